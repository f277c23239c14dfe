/** The keys of the registers (registers/*.yaml). */
import type { Text } from './key-texts.ts';

export const registerKeys: Readonly<Record<string, Text>> = {
  // Several registers.
  entries: ['登记的各项', 'The entries'],
  'entries.document': ['文件编号', 'Number of the document'],
  'entries.version': ['版本', 'Version'],
  'entries.on': ['日期', 'Day'],
  'entries.by': ['评审人的标识', 'Id of the person'],
  'entries.approved': ['批准人的标识', 'Id of the person who approved'],
  'entries.owner': ['负责角色的标识', 'Id of the role in charge'],
  'entries.department': ['部门代码', 'Code of the department'],
  reason: ['原因', 'Why'],
  conclusion: ['结论', 'Conclusion'],
  chair: ['主持人的标识', 'Id of the person in the chair'],
  participants: ['参加人的标识', 'Ids of those who took part'],
  due: ['期限', 'Due on'],
  done: ['完成日期', 'Done on'],
  remark: ['备注', 'Remark'],
  correctiveAction: ['纠正措施单号', 'Number of the corrective action'],

  // audits
  'register-audits.entries.id': ['编号，如 IA-2026-01', 'Number, such as IA-2026-01'],
  'register-audits.entries.title': ['名称', 'Title'],
  basis: ['审核依据', 'What it is judged by'],
  'register-audits.entries.from': ['第一天', 'First day'],
  'register-audits.entries.until': ['最后一天', 'Last day'],
  'entries.lead': ['审核组长的标识', 'Id of the lead auditor'],
  schedule: ['谁审核哪个部门；不审核自己的部门', 'Who audits whom; nobody the own department'],
  'schedule.department': ['受审核部门的代码', 'Code of the department'],
  auditors: ['审核员的标识', 'Ids of the auditors'],
  'schedule.clauses': ['审核的条款', 'Clauses'],
  findings: ['审核发现', 'Findings'],
  'findings.id': ['编号', 'Number'],
  'findings.kind': ['性质', 'Kind'],
  'findings.department': ['责任部门的代码', 'Code of the department'],
  'findings.clause': ['条款', 'Clause'],
  'findings.what': ['事实', 'What was found'],
  closed: ['验证有效的日期', 'Day on which it was verified as effective'],

  // distribution
  copy: ['分发号', 'Number of the copy'],
  issued: ['发放日期', 'Issued on'],
  uncontrolled: ['true：不受控副本，给外部', 'True for an uncontrolled copy, for somebody outside'],
  recipient: ['接收方', 'Who receives it'],
  'register-distribution.entries.purpose': ['用途', 'What for'],
  holder: ['持有部门的代码', 'Code of the department that holds it'],
  signed: ['签收人的标识', 'Id of the person who signed for it'],
  recalled: ['收回日期（版本被替代后）', 'Day on which it came back, after a new version'],
  exception: ['没有收回的原因', 'Why it did not come back'],

  // external-documents
  'register-external-documents.entries.number': ['编号', 'Number'],
  issuer: ['发布机构', 'Who issues it'],
  edition: ['版本', 'Edition'],
  'register-external-documents.entries.checked': [
    '最近核对是否现行的日期',
    'Last day on which the edition was found current',
  ],

  // glossary
  'register-glossary.entries.term': ['术语，中英文', 'Term in both languages'],
  synonyms: ['其他说法，供搜索', 'Other words, for search'],
  avoid: ['不应使用的说法（TXT-04）', 'Words that documents must not use (TXT-04)'],
  allow: ['含有这些说法、但可以用的词（TXT-04）', 'Longer words that hold one of them and are fine (TXT-04)'],

  // management-reviews
  'register-management-reviews.entries.id': ['编号，如 MR-2026-01', 'Number, such as MR-2026-01'],
  'entries.inputs': ['评审输入', 'Inputs'],
  topic: ['议题', 'Topic'],
  covers: ['涵盖的要求：条款目录中 reviewInputs 的标识（STR-04）', 'Ids of reviewInputs in the catalogue (STR-04)'],
  presented: ['报告的角色', 'Role that presented it'],
  summary: ['摘要', 'Summary'],
  'entries.outputs': ['评审输出', 'Outputs'],
  'outputs.kind': ['类别', 'Kind'],
  decision: ['决定', 'Decision'],
  'outputs.owner': ['负责的角色或部门', 'Role or department in charge'],

  // objectives
  'register-objectives.entries.id': ['标识', 'Id'],
  'register-objectives.entries.from': [
    '从哪一天起统计，之前的期间不要求',
    'First day that counts; no results are expected before',
  ],
  'target.operator': ['怎样比较', 'How it is compared'],
  value: ['数值', 'Value'],
  unit: ['单位', 'Unit'],
  recipients: ['向谁报告：角色或部门，至少三个', 'Who is told: roles or departments, at least three'],
  'entries.clauses': ['相关条款', 'Clauses'],
  results: ['各期结果', 'Results'],
  period: ['期间：2026-Q1、2026-H1、2026-03 或 2026', 'Period: 2026-Q1, 2026-H1, 2026-03 or 2026'],
  reported: ['报告日期', 'Reported on'],
  'results.remark': ['未达标的原因', 'Why a target was missed'],

  // review-board
  'register-review-board.entries.id': ['编号，如 RB-2026-01', 'Number, such as RB-2026-01'],
  decisions: ['决定', 'Decisions'],
  'decisions.document': ['文件编号', 'Number of the document'],
  into: ['合并或拆分成的文件编号', 'Numbers of the documents that it becomes'],
  ratings: ['评价', 'Ratings'],
  compliance: ['合规性', 'Compliance'],
  reasonableness: ['合理性', 'Reasonableness'],
  rigour: ['严密性', 'Rigour'],
  operability: ['操作性', 'Operability'],

  // revision-plan
  year: ['年份', 'Year'],
  action: ['修订还是评审', 'Revise or review'],
  result: ['结果', 'What came of it'],

  // services
  'register-services.entries.id': ['服务编号，如 SVC-01', 'Number, such as SVC-01'],
  description: ['说明', 'Description'],
  customers: ['客户', 'Customers'],
  hours: ['服务时间', 'Hours in which it is provided'],
  targets: ['服务级别目标', 'Service level targets'],
  'targets.target': ['目标值', 'Target'],
  agreement: ['服务级别协议的编号', 'Number of the service level agreement'],

  // waivers
  rule: ['规则编号；核心规则不能豁免', 'Id of the rule; the core cannot be waived'],
  'entries.clause': ['条款', 'Clause'],
  file: ['文件路径，从内容文件夹算起', 'Path below the content folder'],
  'register-waivers.entries.document': [
    '文件编号；document、clause、file 至少一项',
    'Document; at least one of document, clause, file',
  ],
  'register-waivers.entries.reason': ['为什么可以接受', 'Why it can be accepted'],

  // withdrawals
  'register-withdrawals.entries.on': ['不再有效的第一天', 'First day on which it is no longer in force'],
  successors: ['替代它的文件的编号', 'Numbers of the documents that took over'],
  retained: ['true：作废保留', 'True if marked copies are kept'],
};
