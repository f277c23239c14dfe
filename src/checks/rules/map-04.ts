import type { Handbook } from '../../handbook/graph.ts';
import type { Rule } from '../rule.ts';
import { holdings, ownedProcedures, vacancyOf } from '../vacancy.ts';

/** The owner of a procedure, and with it of clauses, is a person (brief 001-05). Other roles are for RAC-02. */
export const map04: Rule = {
  id: 'MAP-04',
  severity: 'warning',
  title: { zh: '负责程序和条款的角色有人担任', en: 'The owner role of every procedure is held by somebody' },
  reason: {
    zh: '角色空缺时，它负责的程序和条款实际上无人负责，审核时也没有人能回答。',
    en: 'While the role is vacant nobody answers for its procedures and clauses, and nobody can speak for them in an audit.',
  },
  remedy: {
    zh: '在 organisation/people.yaml 中写明由谁担任、从哪天起，或改由有人担任的角色负责。',
    en: 'Say in organisation/people.yaml who holds the role from which day, or give the procedure another owner.',
  },
  example: {
    file: 'organisation/people.yaml',
    wrong:
      '- id: wen-ya\n  roles:\n    - { role: incident-mgr, from: 2022-11-14, until: 2026-08-31 }\n\n# 2026-09-01 以后没有人担任 incident-mgr',
    right:
      '- id: wen-ya\n  roles:\n    - { role: incident-mgr, from: 2022-11-14, until: 2026-08-31 }\n- id: he-yun\n  roles:\n    - { role: incident-mgr, from: 2026-09-01 }',
  },
  *check(handbook) {
    const known = holdings(handbook);
    for (const [id, procedures] of ownedProcedures(handbook)) {
      const role = handbook.roles.get(id);
      const vacancy = role && vacancyOf(handbook, role, known);
      if (!vacancy || isAppointedByLetter(handbook, id, known)) continue;
      const clauses = procedures.flatMap(({ data }) => data.clauses.primary).length;
      const numbers = procedures.map(({ number }) => number);
      const { title } = role.data;
      yield {
        place: vacancy.place,
        document: numbers[0],
        message: {
          zh: `“${title.zh}”没有人担任${vacancy.remark.zh}，它负责程序 ${numbers.join('、')}${clauses ? ` 和 ${clauses} 个条款` : ''}`,
          en: `Nobody is ${title.en}${vacancy.remark.en}, the owner of ${numbers.join(', ')}${clauses ? ` and with it of ${clauses} clauses` : ''}`,
        },
        hint: vacancy.hint,
      };
    }
  },
};

/** An appointment letter for somebody who is not listed as holder at all is one report, that of ROL-05. */
function isAppointedByLetter(handbook: Handbook, role: string, known: ReturnType<typeof holdings>): boolean {
  return [...handbook.documents.values()].some(({ parts }) =>
    parts.some(
      ({ data }) =>
        data?.appointment?.role === role &&
        data.appointment.date <= handbook.asOf &&
        !known.get(role)?.some(({ person }) => person.id === data.appointment!.appointee),
    ),
  );
}
