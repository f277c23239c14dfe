/** What a query is understood as, and which titles answer it. */
import { describe, expect, test } from 'vitest';
import { planQuery } from '../../src/client/query.ts';
import { correctSpelling, rankTitles } from '../../src/client/titles.ts';
import type { SearchIndex, SearchTarget, TargetKind } from '../../src/views/search-targets.ts';

function target(id: string, kind: TargetKind, zh: string, en: string, rest: Partial<SearchTarget> = {}): SearchTarget {
  return { id, path: `/${id.toLowerCase()}/`, kind, zh, en, words: [], ...rest };
}

const index: SearchIndex = {
  targets: [
    target('HC-ITSM-A-01', 'manual', '服务管理手册', 'Service management manual', {
      parts: [{ title: '职责分配表', path: '/hc-itsm-a-01/attachment-2/' }],
    }),
    target('HC-ITSM-B-01', 'procedure', '文件与记录控制程序', 'Control of documents and records', {
      words: ['现场文件有效版本抽查符合率'],
      meets: ['clause:7.5.3'],
    }),
    target('HC-ITSM-B-12', 'procedure', '配置管理程序', 'Configuration management', { words: ['CMDB', '配置项'] }),
    target('HC-ITSM-B-18', 'procedure', '变更管理程序', 'Change management', { words: ['CAB', '割接'] }),
    target('HC-ITSM-B-21', 'procedure', '事件管理程序', 'Incident management', {
      words: ['宕机', '报障'],
      meets: ['clause:8.6.1'],
    }),
    target('HC-ITSM-B-22', 'procedure', '服务请求管理程序', 'Service request management', { words: ['申请', 'VPN'] }),
    target('HC-ITSM-C-09', 'instruction', '紧急变更作业指导书', 'Emergency change'),
    target('HC-ITSM-C-16', 'instruction', '数据备份与恢复作业指导书', 'Data backup and recovery', {
      words: ['数据误删', '误删恢复'],
    }),
    target('HC-ITSM-C-18', 'instruction', '账号权限与介质管理作业指导书', 'Privilege and media management', {
      words: ['U盘'],
    }),
    target('HC-ITSM-C-53', 'plan', '服务目录', 'Service catalogue', { words: ['怎么申请'] }),
    target('HC-ITSM-C-54', 'plan', '服务级别协议（SLA）模板', 'Service level agreement template'),
    target('HC-ITSM-D-18-01', 'form', '变更请求单', 'Change request', { words: ['变更申请'] }),
    target('HC-ITSM-D-18-03', 'form', 'CAB会议纪要', 'CAB minutes'),
    target('HC-ITSM-D-28-04', 'form', '不符合项报告', 'Nonconformity report'),
    target('role:change-mgr', 'role', '变更经理', 'Change manager'),
    target('role:incident-mgr', 'role', '事件经理', 'Incident manager'),
    target('role:major-incident-mgr', 'role', '重大事件经理', 'Major incident manager'),
    target('clause:8', 'clause', '服务管理体系的运行', 'Operation of the service management system'),
    target('clause:8.5.1', 'clause', '变更管理', 'Change management'),
    target('clause:8.6', 'clause', '解决与履行', 'Resolution and fulfilment'),
    target('clause:8.6.1', 'clause', '事件管理', 'Incident management'),
    target('clause:7.5.3', 'clause', '成文信息的控制', 'Control of documented information'),
    target('clause:10.1', 'clause', '不符合与纠正措施', 'Nonconformity and corrective action'),
  ],
  synonyms: [
    ['事件', 'incident', '事故', '故障', '宕机'],
    ['变更', 'change', '改动'],
    ['紧急变更', 'emergency change', '应急变更'],
    ['配置管理', 'configuration management', '组态管理'],
    ['职责分配表', 'responsibility matrix', '职能分配表'],
    ['不符合', 'nonconformity', '不合格', '不符合项'],
    ['客户', 'customer', '顾客'],
    ['服务投诉', 'complaint', '投诉', '抱怨'],
    ['服务级别协议', 'service level agreement', 'SLA', '服务水平协议'],
  ],
};

/** Ids of the targets found by titles, best first. */
function found(query: string): string[] {
  const plan = planQuery(query, index);
  const corrected = correctSpelling(plan, index);
  return rankTitles(corrected ?? plan, index).map((hit) => hit.target.id);
}

function first(query: string): string | undefined {
  return found(query)[0];
}

describe('numbers of documents', () => {
  test.each([
    'HC-ITSM-B-18',
    'hc-itsm-b-18',
    'ＨＣ－ＩＴＳＭ－Ｂ－１８',
    'HC—ITSM—B—18',
    'HC_ITSM_B_18',
    'HC ITSM B 18',
    'HCITSMB18',
    'ITSM-B-18',
    'B-18',
    'b18',
    'b 18',
    '《HC-ITSM-B-18》',
    'HC-ITSM-B-18 版本',
    'HC-ITSM-B-18变更管理程序',
  ])('%s', (query) => expect(first(query)).toBe('HC-ITSM-B-18'));

  test('zeros may be left out', () => {
    expect(first('B-1')).toBe('HC-ITSM-B-01');
    expect(first('d18-3')).toBe('HC-ITSM-D-18-03');
    expect(first('d1803')).toBe('HC-ITSM-D-18-03');
  });

  test('the beginning of a number finds all that begin with it', () => {
    expect(found('D-18')).toEqual(['HC-ITSM-D-18-01', 'HC-ITSM-D-18-03']);
    expect(found('HC-ITSM-B-2')).toEqual(['HC-ITSM-B-21', 'HC-ITSM-B-22']);
  });

  test('a number beside words stands first', () => {
    expect(first('B-18 紧急变更')).toBe('HC-ITSM-B-18');
    expect(found('B-18 紧急变更')).toContain('HC-ITSM-C-09');
  });

  test.each(['HC-ITSM-E-07', 'HC-ITSM-B-99', 'HC-QMS-B-18'])('%s does not exist', (query) => {
    expect(planQuery(query, index).isNumber).toBe(true);
    expect(found(query)).toEqual([]);
  });

  test('a size of paper is none', () => {
    expect(planQuery('A4纸打印', index).numbers).toEqual([]);
  });
});

describe('numbers of clauses', () => {
  test.each([
    '8.6.1',
    '8。6。1',
    '８．６．１',
    '8、6、1',
    '8 6 1',
    '8.6.1.',
    '条款8.6.1',
    '第8.6.1条',
    'clause 8.6.1',
    '8.6.1条款',
  ])('%s', (query) => expect(found(query).slice(0, 2)).toEqual(['clause:8.6.1', 'HC-ITSM-B-21']));

  test.each(['8', '第8章', '条款 8'])('%s is a clause', (query) => expect(first(query)).toBe('clause:8'));

  test('of a clause also the documents that have to do with it are found, after the one that meets it', () => {
    const targets = [
      target('HC-ITSM-D-21-01', 'form', '事件记录单', 'Incident record', { clauses: ['8.6.1'] }),
      target('HC-ITSM-C-11', 'instruction', '服务台工作规范', 'Service desk working rules', { clauses: ['8.6.1'] }),
      target('HC-ITSM-D-22-01', 'form', '服务请求单', 'Service request', { clauses: ['8.6.2'] }),
    ];
    const all = { ...index, targets: [...targets, ...index.targets] };
    const ids = (query: string) => rankTitles(planQuery(query, all), all).map((hit) => hit.target.id);
    expect(ids('8.6.1')).toEqual(['clause:8.6.1', 'HC-ITSM-B-21', 'HC-ITSM-C-11', 'HC-ITSM-D-21-01']);
    // Of a clause with others below it there would be too many.
    expect(ids('8.6')).not.toContain('HC-ITSM-D-21-01');
  });

  test('a clause comes before what stands below it', () => {
    expect(found('8.6')).toEqual(['clause:8.6', 'HC-ITSM-B-21', 'clause:8.6.1']);
  });

  test('an edition is no clause', () => {
    expect(planQuery('ISO/IEC 20000-1:2018 8.6.1', index).numbers).toEqual(['clause:8.6.1']);
  });

  test.each(['条款11.3', '第12.1条'])('%s does not exist', (query) => expect(found(query)).toEqual([]));
});

describe('titles', () => {
  test.each([
    ['变更管理程序', 'HC-ITSM-B-18'],
    ['变更管理', 'HC-ITSM-B-18'],
    ['变更管理流程', 'HC-ITSM-B-18'],
    ['服务级别协议模板', 'HC-ITSM-C-54'],
    ['CAB 会议纪要', 'HC-ITSM-D-18-03'],
    ['变更申请表', 'HC-ITSM-D-18-01'],
    ['变更经理的职责', 'role:change-mgr'],
    ['事件经理', 'role:incident-mgr'],
    ['Incident Manager', 'role:incident-mgr'],
    ['emergency change', 'HC-ITSM-C-09'],
    ['incident', 'HC-ITSM-B-21'],
    ['emerg', 'HC-ITSM-C-09'],
    ['有效版本', 'HC-ITSM-B-01'],
    ['文件 记录', 'HC-ITSM-B-01'],
    ['U盘', 'HC-ITSM-C-18'],
  ])('%s', (query, expected) => expect(first(query)).toBe(expected));

  test('a short Latin word is found as a whole only', () => {
    expect(first('CAB')).toMatch(/B-18|D-18-03/);
    expect(found('ab')).toEqual([]);
  });

  test('the part of a document that answers is known', () => {
    const [hit] = rankTitles(planQuery('职责分配表', index), index);
    expect(hit).toMatchObject({ target: { id: 'HC-ITSM-A-01' }, path: '/hc-itsm-a-01/attachment-2/' });
  });

  test('what stands in quotation marks is wanted word for word', () => {
    expect(found('“变更请求单”')).toEqual(['HC-ITSM-D-18-01']);
    expect(found('"变更 请求"')).toEqual(['HC-ITSM-D-18-01']);
    expect(found('"请求变更"')).toEqual([]);
  });
});

describe('other words for the same thing', () => {
  test.each([
    ['事故', 'HC-ITSM-B-21'],
    ['应急变更', 'HC-ITSM-C-09'],
    ['职能分配表', 'HC-ITSM-A-01'],
    ['不合格项报告', 'HC-ITSM-D-28-04'],
    ['服务水平协议', 'HC-ITSM-C-54'],
    ['SLA', 'HC-ITSM-C-54'],
    ['組態管理', 'HC-ITSM-B-12'],
  ])('%s', (query, expected) => expect(first(query)).toBe(expected));

  test('go both ways', () => {
    expect(planQuery('事故', index).variants).toContain('事件');
    expect(planQuery('事件', index).variants).toContain('事故');
  });

  test('all words of a query are replaced together by the preferred ones', () => {
    expect(planQuery('顾客抱怨', index).variants[0]).toBe('客户服务投诉');
  });

  test('English words do not get into Chinese phrases', () => {
    expect(planQuery('事故记录', index).variants).not.toContain('incident记录');
  });

  test('the preferred word is known', () => {
    expect(planQuery('事故', index).terms).toMatchObject([{ text: '事故', preferred: '事件' }]);
  });
});

describe('traditional characters and words of Taiwan', () => {
  test.each([
    ['變更管理', 'HC-ITSM-B-18'],
    ['檔案與記錄控制', 'HC-ITSM-B-01'],
    ['緊急變更', 'HC-ITSM-C-09'],
    ['服務級別協議', 'HC-ITSM-C-54'],
    ['資料備份', 'HC-ITSM-C-16'],
  ])('%s', (query, expected) => expect(first(query)).toBe(expected));
});

describe('slips', () => {
  test.each([
    ['配制管理', 'HC-ITSM-B-12', 'same sound'],
    ['时间管理程序', 'HC-ITSM-B-21', 'a word of the same sound'],
    ['变更管里', 'HC-ITSM-B-18', 'same sound without tone'],
    ['服务及别协议', 'HC-ITSM-C-54', 'within a longer run'],
    ['变更管理理程序', 'HC-ITSM-B-18', 'a character too many'],
    ['不符合报项告', 'HC-ITSM-D-28-04', 'characters swapped'],
    ['incidnet', 'HC-ITSM-B-21', 'letters swapped'],
    ['chnage management', 'HC-ITSM-B-18', 'in one of two words'],
    ['configuraton', 'HC-ITSM-B-12', 'a letter missing'],
  ])('%s', (query, expected) => expect(first(query)).toBe(expected));

  test('another word is no slip', () => {
    expect(correctSpelling(planQuery('财务管理', index), index)).toBeUndefined();
    expect(correctSpelling(planQuery('停车申请', index), index)).toBeUndefined();
  });

  test('what titles know is not corrected', () => {
    expect(correctSpelling(planQuery('变更请求单', index), index)).toBeUndefined();
  });
});

describe('questions', () => {
  test.each([
    ['数据误删怎么恢复', 'HC-ITSM-C-16'],
    ['紧急变更谁批准', 'HC-ITSM-C-09'],
    ['变更经理负责什么', 'role:change-mgr'],
    ['请问怎么申请VPN', 'HC-ITSM-B-22'],
    ['U盘可以用吗', 'HC-ITSM-C-18'],
    ['what is incident management', 'HC-ITSM-B-21'],
  ])('%s', (query, expected) => expect(first(query)).toBe(expected));

  test('question words within a word stay', () => {
    expect(planQuery('有效版本', index).phrases).toEqual(['有效版本']);
  });

  test('question words are no search words', () => {
    expect(planQuery('磁盘满了怎么办', index).terms.map(({ text }) => text)).toEqual(['磁盘', '满']);
  });
});

describe('nothing is better than something else', () => {
  test.each(['年会抽奖', '停车位申请', '年假怎么申请', '食堂菜单', '班车时刻表', 'asdfgh', '下载破解软件', ''])(
    '%s',
    (query) => expect(found(query)).toEqual([]),
  );
});
