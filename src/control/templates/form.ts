/** The outline of a record form: purpose, five fields, keeping. */
import { changes, head, yaml, type Draft, type TemplateFile, type Words } from './draft.ts';

export function formTemplate(draft: Draft, words: Words): TemplateFile[] {
  const { number, owner: by, department } = draft;
  const { ask, said } = words;
  const fields = [
    { name: said('记录编号', 'Record number'), type: 'text', by },
    { name: said('日期', 'Date'), type: 'date', by },
    { name: ask('记录的事项', 'what is recorded'), type: 'long-text', by },
    {
      name: said('结论', 'Conclusion'),
      type: 'choice',
      by,
      choices: [said('符合', 'conforms'), said('不符合', 'does not conform')],
    },
    { name: said('填写人', 'Filled in by'), type: 'person', by },
  ];
  const text =
    head(draft) +
    yaml({
      purpose: ask('这张表单记录什么、作什么证据', 'what the form records, and what it is evidence of'),
      fields,
    }) +
    yaml({
      keeper: department,
      medium: 'electronic',
      retention: said('3年（待补充：核实期限）', '3 years (TODO: confirm the period)'),
      disposal: ask('到期后由谁怎样处置', 'who disposes of it when the time is over, and how'),
    }) +
    changes(draft, words);
  return [{ path: `forms/${number}.yaml`, text }];
}
