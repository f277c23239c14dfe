/** The words of the invented organisation: departments, positions, names of people, clauses of its standard. */
import type { Word } from './vocabulary.ts';

export const departments: readonly (Word & { id: string })[] = [
  { id: 'JLB', zh: '经理办公室', en: 'Management office' },
  { id: 'TXB', zh: '体系管理部', en: 'System management' },
  { id: 'YXB', zh: '运行一部', en: 'Operations one' },
  { id: 'YEB', zh: '运行二部', en: 'Operations two' },
  { id: 'FWB', zh: '客户服务部', en: 'Customer service' },
  { id: 'JFB', zh: '交付部', en: 'Delivery' },
  { id: 'XAB', zh: '安全部', en: 'Security' },
  { id: 'SBB', zh: '设备物资部', en: 'Equipment' },
  { id: 'RSB', zh: '人事部', en: 'People' },
  { id: 'SWB', zh: '商务部', en: 'Commercial' },
];

/** Who owns documents and takes part in steps: every department has these. */
export const positions: readonly (Word & { id: string })[] = [
  { id: 'lead', zh: '主管', en: 'lead' },
  { id: 'engineer', zh: '工程师', en: 'engineer' },
  { id: 'planner', zh: '计划员', en: 'planner' },
  { id: 'reviewer', zh: '复核员', en: 'reviewer' },
];

export const surnames: readonly Word[] = [
  { zh: '岑', en: 'Cen' },
  { zh: '阮', en: 'Ruan' },
  { zh: '裴', en: 'Pei' },
  { zh: '荀', en: 'Xun' },
  { zh: '祁', en: 'Qi' },
  { zh: '尚', en: 'Shang' },
  { zh: '宁', en: 'Ning' },
  { zh: '温', en: 'Wen' },
  { zh: '柏', en: 'Bai' },
  { zh: '郁', en: 'Yu' },
  { zh: '寇', en: 'Kou' },
  { zh: '蓝', en: 'Lan' },
];

export const givenNames: readonly Word[] = [
  { zh: '若川', en: 'Ruochuan' },
  { zh: '明溪', en: 'Mingxi' },
  { zh: '思远', en: 'Siyuan' },
  { zh: '可欣', en: 'Kexin' },
  { zh: '振宇', en: 'Zhenyu' },
  { zh: '念之', en: 'Nianzhi' },
  { zh: '东篱', en: 'Dongli' },
  { zh: '听澜', en: 'Tinglan' },
];

/** Chapters of the invented standard, each with its clauses. */
export const chapters: readonly { title: Word; clauses: readonly Word[] }[] = [
  {
    title: { zh: '环境', en: 'Context' },
    clauses: [
      { zh: '所处环境', en: 'Surroundings' },
      { zh: '各方期望', en: 'Expectations of others' },
      { zh: '边界', en: 'Boundaries' },
      { zh: '运行体系', en: 'Operations system' },
    ],
  },
  {
    title: { zh: '领导', en: 'Leadership' },
    clauses: [
      { zh: '承诺', en: 'Commitment' },
      { zh: '方针的制定', en: 'Making the policy' },
      { zh: '方针的传达', en: 'Communicating the policy' },
      { zh: '职责与权限', en: 'Duties and authority' },
    ],
  },
  {
    title: { zh: '策划', en: 'Planning' },
    clauses: [
      { zh: '不确定因素', en: 'Uncertainties' },
      { zh: '年度目标', en: 'Yearly objectives' },
      { zh: '达成目标的安排', en: 'Reaching objectives' },
      { zh: '年度计划', en: 'Yearly plan' },
    ],
  },
  {
    title: { zh: '支持', en: 'Support' },
    clauses: [
      { zh: '资源', en: 'Resources' },
      { zh: '能力', en: 'Competence' },
      { zh: '意识', en: 'Awareness' },
      { zh: '沟通', en: 'Communication' },
      { zh: '文件', en: 'Documents' },
      { zh: '记录', en: 'Records' },
      { zh: '经验积累', en: 'Lessons learned' },
    ],
  },
  {
    title: { zh: '运行', en: 'Operation' },
    clauses: [
      { zh: '运行控制', en: 'Operational control' },
      { zh: '服务组合', en: 'Portfolio' },
      { zh: '服务清单', en: 'Service list' },
      { zh: '设备台账', en: 'Equipment register' },
      { zh: '配置', en: 'Configuration' },
      { zh: '客户关系', en: 'Customer relations' },
      { zh: '约定的级别', en: 'Agreed levels' },
      { zh: '供方', en: 'Suppliers' },
      { zh: '预算与核算', en: 'Budgeting and accounting' },
      { zh: '需求', en: 'Demand' },
      { zh: '容量', en: 'Capacity' },
      { zh: '改动', en: 'Modifications' },
      { zh: '新服务的设计', en: 'Design of new services' },
      { zh: '移交运行', en: 'Transition' },
      { zh: '投产', en: 'Deployment' },
      { zh: '中断', en: 'Interruptions' },
      { zh: '用户申请', en: 'User requests' },
      { zh: '根本原因', en: 'Root causes' },
      { zh: '可用程度', en: 'Availability' },
      { zh: '连续运行', en: 'Continuity' },
      { zh: '信息保护', en: 'Information protection' },
    ],
  },
  {
    title: { zh: '评价', en: 'Evaluation' },
    clauses: [
      { zh: '测量', en: 'Measurement' },
      { zh: '自查', en: 'Internal audit' },
      { zh: '管理层评审', en: 'Management review' },
      { zh: '报告', en: 'Reporting' },
    ],
  },
  {
    title: { zh: '改进', en: 'Improvement' },
    clauses: [
      { zh: '纠正', en: 'Correction' },
      { zh: '改进', en: 'Getting better' },
    ],
  },
];

/** What a management review deals with, and what was found last time. */
export const reviewTopics: readonly (Word & { id: string; summary: string })[] = [
  {
    id: 'actions',
    zh: '上次评审的决议',
    en: 'Earlier actions',
    summary: '上次评审的决议均已办结，其中一项延期一个月。',
  },
  { id: 'changes', zh: '内外部变化', en: 'Changes', summary: '两个客户迁往云平台，机房托管的机柜数下降一成。' },
  { id: 'performance', zh: '体系绩效', en: 'Performance', summary: '不符合均按期整改，未发现同类问题再次出现。' },
  { id: 'feedback', zh: '客户意见', en: 'Feedback', summary: '客户回访中对夜间通报的及时性提出两条意见。' },
  { id: 'objectives', zh: '目标达成情况', en: 'Objectives', summary: '多数目标按季达成，个别季度的偏差已立项。' },
  { id: 'suppliers', zh: '供方绩效', en: 'Suppliers', summary: '专线供方两次超时恢复，已约谈并修改合同附件。' },
  { id: 'resources', zh: '资源', en: 'Resources', summary: '夜班人手偏紧，存储和备件满足一年的需要。' },
  { id: 'risks', zh: '风险应对的效果', en: 'Risks', summary: '上年列出的三项高风险中两项已降级，一项继续跟踪。' },
  { id: 'improvement', zh: '改进机会', en: 'Improvement', summary: '建议把重复的人工核对改为平台自动比对。' },
];
