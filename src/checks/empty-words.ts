/** Words that fill a field and say nothing: “-”, “无”, “修改”, “N/A”. */

const nothing =
  /^(?:无|没有|略|同上|见上|其他|待补|空|暂无|不详|(?:按|根据)?(?:规定|要求|需要|实际情况|实际需要|相关规定)(?:执行|处理|办理)?|视情况(?:而定)?|n\/?a|none|nil|etc|other|same|see above|as above|as required|as needed)$/i;

const changing =
  /^(?:部分|局部|相关|有关|若干)?(?:文件|内容|文字|条款|章节|文本|正文)?(?:的)?(?:进行了?)?(?:修改|修订|更新|变更|调整|完善|优化|更改|改动|订正)(?:了)?(?:文件|内容|文字|条款|章节|文本|正文|部分内容|相关内容)?$|^(?:minor |some )?(?:changes?|changed|updates?|updated|revis(?:ed|ion)|amend(?:ed|ment)|modif(?:ied|ication)|edit(?:ed|s)?|improve(?:d|ments?))(?: (?:of )?(?:the )?(?:document|content|text))?$/i;

const needing =
  /^(?:因|由于|根据|按照?)?(?:工作|管理|业务|实际|发展|体系|现实)(?:的)?(?:需要|要求|情况)$|^需要(?:修改|修订|更新)?$/;

/** True if a text has no letter or figure in it, or is one of the words that stand for having nothing to say. */
export function saysNothing(text: string): boolean {
  const words = bare(text);
  return words === '' || nothing.test(words);
}

/** True if a text only says that something was changed, which a change record says anyway. */
export function onlySaysChanged(text: string): boolean {
  return saysNothing(text) || changing.test(bare(text));
}

/** True if a reason only says that there was a need. */
export function onlySaysNeeded(text: string): boolean {
  return onlySaysChanged(text) || needing.test(bare(text));
}

/** A text without punctuation at its ends. */
function bare(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
