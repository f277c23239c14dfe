/** Roles, departments and people that are gone while released texts name them. */
import { expect, test } from 'vitest';
import { inspect } from '../../src/checks/run.ts';
import { releaseOn } from '../fixtures/released-again.ts';
import { apply, asOf, tinyHandbook, type Edit } from '../fixtures/tiny-handbook.ts';

/** The hints about an id, once a released text has frozen what it stands for. */
async function hintsAbout(id: string, ...edits: Edit[]): Promise<(string | undefined)[]> {
  const content = tinyHandbook();
  for (const day of ['2026-03-01', '2026-04-01']) {
    apply(content, {
      file: 'procedures/ST-B-02.mdx',
      replace: '\n## 4 流程',
      with: `\n自 ${day} 起改用新的单子。\n\n## 4 流程`,
    });
    releaseOn(content, 'ST-B-02', day);
  }
  for (const edit of edits) apply(content, edit);
  const { findings } = await inspect(content, asOf);
  const about = findings.filter(({ message }) => message.zh.includes(`“${id}”`) && /存在|没有/.test(message.zh));
  return [...new Set(about.map(({ hint }) => hint?.zh))];
}

test('a person who was deleted is to be restored, and leaves with an until', async () => {
  const person: Edit = { file: 'organisation/people.yaml', replace: 'id: xu-wen', with: 'id: xu-wan' };
  expect(await hintsAbout('xu-wen', person)).toEqual([
    '已发布的 2 个版本写着 xu-wen（许雯），不能改：用 git 恢复 organisation/people.yaml 中的这一项。离职的人不删除，给每项任职写上 until；改名只改 name，标识不变。',
  ]);
});

test('a department that got another code is to be restored, not the frozen texts changed', async () => {
  const department: Edit = { file: 'organisation/departments.yaml', replace: 'id: YWS', with: 'id: YWX' };
  expect(await hintsAbout('YWS', department)).toEqual([
    '已发布的 2 个版本写着 YWS（业务室），不能改：用 git 恢复 organisation/departments.yaml 中的这一项。改名只改 title，标识不变；撤销的部门，现行文件都不再写它时才能删除。',
  ]);
});

test('so is a role, also where it answers for clauses', async () => {
  const role: Edit = { file: 'roles/order-lead.mdx', replace: 'id: order-lead', with: 'id: orders-lead' };
  expect(await hintsAbout('order-lead', role)).toEqual([
    '已发布的 2 个版本写着 order-lead（接单负责人），不能改：用 git 恢复 roles/order-lead.mdx。改名只改 title，标识不变；不再设的角色，任职写上 until，现行文件都不再写它时才能删除。',
  ]);
});
