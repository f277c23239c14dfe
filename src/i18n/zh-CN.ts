/** Every text of the interface in Chinese, one file a subject. The files of English have the same keys. */
import { changes } from './zh-CN/changes.ts';
import { checks } from './zh-CN/checks.ts';
import { documents } from './zh-CN/documents.ts';
import { frame } from './zh-CN/frame.ts';
import { registers } from './zh-CN/registers.ts';
import { search } from './zh-CN/search.ts';
import { system } from './zh-CN/system.ts';

const words = { ...frame, ...search, ...documents, ...changes, ...system, ...registers, ...checks };

export type Words = typeof words;
export default words;
