/** names.yaml in the folder of a release: what roles, departments, people and parties were called when it was made. */
import { z } from 'zod';
import { bilingual } from './primitives.ts';

const named = z.record(z.string(), bilingual).default({});

export const frozenNames = z.strictObject({ roles: named, departments: named, people: named, parties: named });

export type FrozenNames = z.infer<typeof frozenNames>;
