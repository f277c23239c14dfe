import type { BrokenTable, Table } from '../../handbook/body.ts';
import type { Report, Rule } from '../rule.ts';
import { texts } from '../texts.ts';

/** Every column of a table has a header, and every row has the cells of the header. */
export const txt09: Rule = {
  id: 'TXT-09',
  severity: 'warning',
  title: { zh: '表格有表头，各行格数相同', en: 'Tables have headers and rows of equal length' },
  reason: {
    zh: '多出的单元格在网页上不显示，少了的会错位；没有表头的列，读屏软件读不出是什么。',
    en: 'Cells too many are not shown, missing ones shift the row; a column without a header means nothing to screen readers.',
  },
  remedy: {
    zh: '补上表头，使每行的格数与表头相同；单元格里的竖线写 \\|。',
    en: 'Fill in the header and give each row as many cells; write \\| for a bar within a cell.',
  },
  example: {
    file: 'procedures/HC-ITSM-B-21.mdx',
    wrong: '| 优先级 | |\n| --- | --- |\n| P1 | 15 分钟 | 4 小时 |',
    right: '| 优先级 | 响应时限 | 解决时限 |\n| --- | --- | --- |\n| P1 | 15 分钟 | 4 小时 |',
  },
  *check(handbook) {
    for (const { body, document } of texts(handbook)) {
      for (const table of body.tables) for (const report of judge(table)) yield { ...report, document };
      for (const table of body.brokenTables) yield { ...broken(table), document };
    }
  },
};

function* judge({ place, columns, untitled, uneven }: Table): Generator<Report> {
  if (untitled.length === columns) {
    yield {
      place,
      message: { zh: '表格没有表头', en: 'The table has no header' },
      hint: { zh: '在第一行写上各列的名称。', en: 'Write the names of the columns into the first row.' },
    };
  } else {
    for (const { column, place: cell } of untitled) {
      yield {
        place: cell,
        message: { zh: `表格第 ${column} 列没有表头`, en: `Column ${column} of the table has no header` },
        hint: { zh: '写上这一列是什么。', en: 'Write what stands in this column.' },
      };
    }
  }
  for (const { cells, place: row } of uneven) {
    yield {
      place: row,
      message:
        cells > columns
          ? {
              zh: `这一行有 ${cells} 格，表头只有 ${columns} 格，多出的在网页上不显示`,
              en: `This row has ${cells} cells, the header ${columns}: those too many are not shown`,
            }
          : {
              zh: `这一行有 ${cells} 格，表头有 ${columns} 格`,
              en: `This row has ${cells} cells, the header has ${columns}`,
            },
      hint:
        cells > columns
          ? {
              zh: '删除多出的格，或给表头加列；单元格里的竖线写 \\|。',
              en: 'Delete the cells too many, or add columns to the header; write \\| for a bar within a cell.',
            }
          : { zh: '补上缺少的格，空着的格也要有竖线。', en: 'Add the missing cells; an empty cell has its bar too.' },
    };
  }
}

function broken({ header, delimiter, place }: BrokenTable): Report {
  return {
    place,
    message: {
      zh: `这里没有成为表格：表头有 ${header} 格，分隔行有 ${delimiter} 格`,
      en: `This does not become a table: the header has ${header} cells, the line below ${delimiter}`,
    },
    hint: {
      zh: '分隔行（---）的格数要与表头相同。',
      en: 'The line of dashes must have as many cells as the header.',
    },
  };
}
