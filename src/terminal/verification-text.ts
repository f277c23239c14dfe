/** What `handbook verify` prints: every fault with its place, then a table of what is proven. */
import { findingText, painter, severityColours, type TextOptions } from '../checks/report/text.ts';
import type { Language } from '../checks/report/reporter.ts';
import { stepNames } from '../control/signatories.ts';
import { disproves, isProven, proofs, type Verification } from '../checks/verify.ts';
import type { Finding } from '../handbook/finding.ts';
import type { Bilingual } from '../schema/primitives.ts';
import { cut, tableLines } from './table.ts';

type Proof = keyof typeof proofs;

const proofNames: Record<Proof, Bilingual> = {
  chain: { zh: '台账的链', en: 'Chain of the ledger' },
  texts: { zh: '冻结文本', en: 'Frozen texts' },
  versions: { zh: '版本顺序', en: 'Succession' },
  approvals: { zh: '审批和日期', en: 'Approvals and dates' },
  signatures: { zh: '签名', en: 'Signatures' },
};

/** A line of the ledger has some 700 characters. */
const widest = 120;

export function verificationText(result: Verification, options: TextOptions): string {
  const { language, lineOf } = options;
  const said = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const shortLine: TextOptions['lineOf'] = (file, line) => {
    const text = lineOf(file, line);
    return text === undefined ? undefined : cut(text, widest);
  };
  const faults = result.findings.map((finding) => findingText(finding, { ...options, lineOf: shortLine }));
  const { ledger, comparison } = result;
  const head = ledger
    ? [
        said(`发布台账 ${ledger.file}，哈希值 ${ledger.hash}`, `Ledger ${ledger.file}, hash ${ledger.hash}`),
        ...comparisonLines(comparison, language),
      ]
    : [said('没有发布台账：还没有发布过。', 'There is no ledger: nothing was released yet.')];
  const table = tableLines(rows(result, options));
  const report = [...head, ...table, ...(ledger ? [requirement(result, language), ...keyLines(result, language)] : [])];
  return [...faults, report.join('\n'), verdict(result, options)].join('\n\n');
}

function comparisonLines(comparison: Verification['comparison'], language: Language): string[] {
  if (!comparison?.lines) return [];
  const { then, now } = comparison.lines;
  return [
    language === 'zh'
      ? `与记下的哈希值一致：当时 ${then} 行，其后增加 ${now - then} 行，没有删改`
      : `Agrees with the hash that was noted: ${then} lines then, ${now - then} added since, none changed`,
  ];
}

function rows(result: Verification, { language, colour }: TextOptions): string[][] {
  const said = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const { ledger, documents, releases, files, signatures } = result;
  const { good, bad, unverified, missing } = signatures;
  const amounts: Record<Proof, string> = {
    chain: said(`${ledger?.lines ?? 0} 行`, `${ledger?.lines ?? 0} lines`),
    texts: said(`${releases} 个版本，${files} 个文件`, `${releases} versions, ${files} files`),
    versions: said(`${documents} 份文件`, `${documents} documents`),
    approvals: said(`${releases} 个版本`, `${releases} versions`),
    signatures: said(
      `有效 ${good}，无效 ${bad}，未核验 ${unverified}，缺少 ${missing}`,
      `${good} good, ${bad} bad, ${unverified} not verified, ${missing} missing`,
    ),
  };
  const known = new Set<string>(Object.values(proofs).flat());
  const others = result.findings.filter(({ rule }) => !known.has(rule));
  const list = (Object.keys(proofs) as Proof[]).map((proof) => {
    const rules: readonly string[] = proofs[proof];
    const found = result.findings.filter(({ rule }) => rules.includes(rule));
    return [`  ${proofNames[proof][language]}`, amounts[proof], outcome(found, language, colour)];
  });
  if (others.length) list.push([said('  读取', '  Reading'), '', outcome(others, language, colour)]);
  return list;
}

/** Which signatures are asked for, and how many versions bear none: what handbook.yaml says today decides both. */
function requirement({ required, signatures: { unsigned, free } }: Verification, language: Language): string {
  if (!required) {
    return language === 'zh'
      ? `handbook.yaml 没有要求签名；${unsigned} 个版本没有签名。`
      : `handbook.yaml requires no signatures; ${unsigned} versions bear none.`;
  }
  const { steps, since } = { steps: required.required.map((step) => stepNames[step]), since: required.since };
  return language === 'zh'
    ? `handbook.yaml 要求${steps.map(({ zh }) => zh).join('、')}签名，自 ${since} 起；${unsigned} 个版本没有签名，其中 ${free} 个在那以前发布。`
    : `handbook.yaml requires signatures under ${steps.map(({ en }) => en).join(', ')} from ${since}; ${unsigned} versions bear none, ${free} of them released before.`;
}

/** The registered keys, to be compared with those that were noted elsewhere. */
function keyLines({ keys }: Verification, language: Language): string[] {
  if (!keys.length) return [];
  const said = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const head = said(
    '登记的公钥，请与本人留存的核对（ssh-keygen -l -f <公钥文件>）：',
    'Registered keys, to be compared with specimens (ssh-keygen -l -f <public key>):',
  );
  const list = keys.map(({ person, fingerprint, from, until, signatures }) => [
    `  ${person.data.name[language]}${said(`（${person.id}）`, ` (${person.id})`)}`,
    fingerprint,
    until ? said(`${from} 至 ${until}`, `${from} to ${until}`) : said(`${from} 起`, `from ${from}`),
    said(`${signatures} 个签名`, `${signatures} signature${signatures === 1 ? '' : 's'}`),
  ]);
  return [head, ...tableLines(list)];
}

function outcome(findings: readonly Finding[], language: Language, colour: boolean): string {
  const paint = painter(colour);
  const said = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const waived = findings.filter(({ waiver }) => waiver).length;
  const wrong = findings.filter(disproves).length;
  const others = findings.length - waived - wrong;
  const accepted = waived ? said(`（已豁免 ${waived} 处）`, ` (${waived} waived)`) : '';
  if (wrong) return paint(severityColours.error, said(`${wrong} 处不符`, `${wrong} wrong`)) + accepted;
  const good = paint('green', said('相符', 'as it should be'));
  const noted = others ? paint(severityColours.warning, said(`，${others} 处提醒`, `, ${others} noted`)) : '';
  return good + noted + accepted;
}

function verdict(result: Verification, { language, colour }: TextOptions): string {
  const paint = painter(colour);
  const said = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  if (!isProven(result)) return paint(severityColours.error, said('核验没有通过。', 'Not proven.'));
  const note = said(
    '核验通过。把台账的哈希值记到别处，以后用 --expect 可以证明末尾没有被删去。',
    'Proven. Note the hash of the ledger elsewhere: --expect then shows that its end was not cut off.',
  );
  return result.ledger ? paint('green', note) : note;
}
