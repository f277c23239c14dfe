/** Words that the invented company uses and those that it does not, and documents that others issue. */
import type { Bilingual } from '../../src/schema/primitives.ts';
import type { Word } from './vocabulary.ts';

/** Terms with the words that must not be used for them (TXT-04). */
export const avoided: readonly { term: Bilingual; avoid: string[] }[] = [
  { term: { zh: '客户', en: 'customer' }, avoid: ['顾客', '甲方'] },
  { term: { zh: '合作单位', en: 'partner' }, avoid: ['协作方'] },
  { term: { zh: '工单', en: 'ticket' }, avoid: ['任务单', '派工票'] },
  { term: { zh: '停机', en: 'outage' }, avoid: ['宕机', '死机'] },
  { term: { zh: '回退', en: 'back-out' }, avoid: ['回滚'] },
  { term: { zh: '告警', en: 'alert' }, avoid: ['报警'] },
  { term: { zh: '值班日志', en: 'duty log' }, avoid: ['值班簿'] },
  { term: { zh: '口令', en: 'password' }, avoid: ['密码'] },
  { term: { zh: '账号', en: 'account' }, avoid: ['帐号'] },
  { term: { zh: '服务器', en: 'server' }, avoid: ['伺服器'] },
  { term: { zh: '备件', en: 'spare part' }, avoid: ['备品'] },
  { term: { zh: '演练', en: 'exercise' }, avoid: ['演习'] },
  { term: { zh: '上线', en: 'go-live' }, avoid: ['投放'] },
  { term: { zh: '外部人员', en: 'visitor' }, avoid: ['外来人员'] },
  { term: { zh: '维护窗口', en: 'maintenance window' }, avoid: ['检修窗口'] },
  { term: { zh: '内部审核', en: 'internal audit' }, avoid: ['内审'] },
  { term: { zh: '管理评审', en: 'management review' }, avoid: ['管评'] },
  { term: { zh: '受控副本', en: 'controlled copy' }, avoid: ['受控本'] },
  { term: { zh: '满意度', en: 'satisfaction' }, avoid: ['满意指数'] },
  { term: { zh: '机柜', en: 'rack' }, avoid: ['机架'] },
];

/** What others issue. */
export const externals: readonly (Word & { edition: string })[] = [
  { zh: '机房设计规范', en: 'Design of machine rooms', edition: 'JIFANG 3:2021' },
  { zh: '综合布线验收规范', en: 'Acceptance of cabling', edition: 'BUXIAN 7:2019' },
  { zh: '运行服务 要求', en: 'Operations – Requirements', edition: 'YUNXING 1:2024' },
  { zh: '运行服务 指南', en: 'Operations – Guidance', edition: 'YUNXING 2:2024' },
  { zh: '信息资产分级指南', en: 'Classification of information', edition: 'XINZI 5:2022' },
  { zh: '备份介质保管规范', en: 'Keeping of backup media', edition: 'JIEZHI 2:2020' },
  { zh: '不间断电源检验方法', en: 'Testing of power supplies', edition: 'DIANYUAN 4:2018' },
  { zh: '应急演练评价办法', en: 'Assessment of exercises', edition: '2023 年版' },
  { zh: '外包服务合同范本', en: 'Model contract', edition: '2025 年版' },
  { zh: '档案保存期限表', en: 'Retention of archives', edition: '2022 年版' },
  { zh: '值班工作守则', en: 'Rules of duty', edition: '2024 年版' },
  { zh: '数据交换接口规格', en: 'Interface specification', edition: '4.2' },
];
