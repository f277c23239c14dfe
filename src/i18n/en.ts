/** Every text of the interface in English. */
import { changes } from './en/changes.ts';
import { checks } from './en/checks.ts';
import { documents } from './en/documents.ts';
import { frame } from './en/frame.ts';
import { registers } from './en/registers.ts';
import { search } from './en/search.ts';
import { system } from './en/system.ts';
import type { Words } from './zh-CN.ts';

const words: Words = { ...frame, ...search, ...documents, ...changes, ...system, ...registers, ...checks };

export default words;
