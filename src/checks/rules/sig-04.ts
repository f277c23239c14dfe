import { callOf } from '../../control/call.ts';
import type { Person } from '../../handbook/graph.ts';
import type { Rule } from '../rule.ts';

/** A key belongs to one person: a signature made with it must not count for two. */
export const sig04: Rule = {
  id: 'SIG-04',
  severity: 'error',
  core: true,
  title: { zh: '一个密钥只登记在一个人名下', en: 'A key is registered for one person' },
  reason: {
    zh: '两个人名下有同一个密钥，签名就不能证明是谁签的，一个人可以替另一个人批准。',
    en: 'With a key that two people share a signature does not tell who signed, and one can approve for the other.',
  },
  remedy: {
    zh: '核实密钥是谁的，从另一个人的 keys 中删除；那个人用自己的密钥。',
    en: 'Ask whose key it is, and delete it from keys of the other person, who takes a key of his or her own.',
  },
  example: {
    file: 'organisation/people.yaml',
    wrong:
      '- id: gu-zhiyuan\n  keys:\n    - { key: ssh-ed25519 AAAAC3…一, from: 2026-01-01 }\n- id: shen-heng\n  keys:\n    - { key: ssh-ed25519 AAAAC3…一, from: 2026-01-01 }',
    right:
      '- id: gu-zhiyuan\n  keys:\n    - { key: ssh-ed25519 AAAAC3…一, from: 2026-01-01 }\n- id: shen-heng\n  keys:\n    - { key: ssh-ed25519 AAAAC3…二, from: 2026-01-01 }',
  },
  *check({ people }, { folder }) {
    const first = new Map<string, Person>();
    for (const person of people.values()) {
      for (const [index, { key }] of person.data.keys.entries()) {
        const other = first.get(key);
        first.set(key, other ?? person);
        if (!other || other === person) continue;
        const [{ name }, { name: known }] = [person.data, other.data];
        yield {
          place: person.place('keys', index, 'key'),
          message: {
            zh: `${name.zh}的这个密钥已经登记在${known.zh}（${other.id}）名下`,
            en: `This key of ${name.en} is registered for ${known.en} (${other.id}) already`,
          },
          hint: {
            zh: `核实密钥是谁的，从另一个人的 keys 中删除；用它签过的，由本人核对：${callOf('verify', folder)}`,
            en: `Ask whose key it is, and delete it from keys of the other person. What was signed with it is shown by ${callOf('verify', folder)}`,
          },
        };
      }
    }
  },
};
