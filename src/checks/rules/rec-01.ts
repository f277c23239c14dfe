import type { Document } from '../../handbook/graph.ts';
import type { Form } from '../../schema/form.ts';
import { saysNothing } from '../empty-words.ts';
import { placeIn, type Report, type Rule } from '../rule.ts';

/**
 * A record form says how long its records are kept and what becomes of them (brief 003-23). That retention, medium,
 * keeper and disposal are there the schema sees to, that the keeper exists ROL-01; here: that the retention is a time
 * or ends with an event, and that the disposal says something and fits the medium.
 */
export const rec01: Rule = {
  id: 'REC-01',
  severity: 'error',
  title: {
    zh: '记录表单写明保存多久、到期怎样处置',
    en: 'A record form says how long records are kept and how they are disposed of',
  },
  reason: {
    zh: '“按规定保存”让人不知道哪天可以销毁：该留的没有留，不该留的个人信息一直留着。',
    en: '“Kept as required” tells nobody when to destroy: what should be kept is lost, and what should be gone stays.',
  },
  remedy: {
    zh: '在 retention 写期限或起止事件（3 年；在职期间及离职后 3 年；长期），在 disposal 写由谁怎样处置。',
    en: 'Give a time or an event in retention (3 years; until the contract ends), and in disposal who does what.',
  },
  example: {
    file: 'forms/HC-ITSM-D-21-01.yaml',
    wrong: 'medium: electronic\nretention: 按规定保存\ndisposal: 粉碎',
    right:
      'medium: electronic\nretention: 自事件关闭之日起 3 年\ndisposal: 保存期满后由文档管理员会同运维服务部清除 ITSM 平台中的电子数据并登记',
  },
  *check(handbook) {
    for (const document of handbook.documents.values()) {
      const { data } = document;
      if (data.kind === 'form') yield* keeping(document, data);
    }
  },
};

const duration =
  /(?:\d+|[零〇一二两三四五六七八九十百半]+)\s*个?(?:年|月|季度|星期|周|日|天)|长期|永久|无限期|(?:保存|保留|保管)至|(?:期间|期内)|为止|终止|结束|届满|报废|作废|退役|离职|\d+\s*(?:years?|months?|weeks?|days?)|permanent|indefinite|until|for the life/i;

const onPaper = /纸|粉碎|碎纸|焚|paper|shred|burn/i;
const asData = /电子|数据|清除|清理|删除|介质|硬盘|快照|平台|系统|版本|data|delet|eras|wip|purg/i;

function* keeping(document: Document, { retention, disposal, medium }: Form): Generator<Report> {
  const base = { document: document.number };
  if (!duration.test(retention)) {
    yield {
      ...base,
      place: placeIn(document, 'retention'),
      message: {
        zh: `保存期限“${retention}”没有说明保存多久`,
        en: `The retention “${retention}” does not say how long`,
      },
      hint: {
        zh: '写期限或起止事件，例如“3 年”“自合同终止之日起 5 年”“长期”。',
        en: 'Give a time or an event, such as “3 years” or “5 years from the end of the contract”.',
      },
    };
  }
  if (saysNothing(disposal)) {
    yield {
      ...base,
      place: placeIn(document, 'disposal'),
      message: {
        zh: `到期处置“${disposal}”没有说明由谁怎样处置`,
        en: `The disposal “${disposal}” does not say what becomes of the records`,
      },
      hint: {
        zh: '写明由谁、怎样处置，例如“到期后由文档管理员清除电子数据并登记”。',
        en: 'Say who does what, such as “erased by the document controller, who records it”.',
      },
    };
    return;
  }
  const isForPaper = onPaper.test(disposal);
  const isForData = asData.test(disposal);
  // What speaks of neither (到期销毁) fits both.
  const misfit = medium === 'electronic' ? isForPaper && !isForData : medium === 'paper' && isForData && !isForPaper;
  if (!misfit) return;
  yield {
    ...base,
    place: placeIn(document, 'disposal'),
    message:
      medium === 'electronic'
        ? {
            zh: `记录是电子的，到期处置“${disposal}”却只适用于纸质记录`,
            en: `The records are electronic, but the disposal “${disposal}” is for paper`,
          }
        : {
            zh: `记录是纸质的，到期处置“${disposal}”却只适用于电子记录`,
            en: `The records are on paper, but the disposal “${disposal}” is for data`,
          },
    hint: {
      zh: '改正 disposal 或 medium（electronic、paper、both）。',
      en: 'Correct disposal, or medium (electronic, paper, both).',
    },
  };
}
