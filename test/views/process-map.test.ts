/** The process map: lanes by the standard, every interface once, and a layout in which nothing collides. */
import { describe, expect, test } from 'vitest';
import { processGroups } from '../../src/views/process-groups.ts';
import { fitted, processMap, type Box } from '../../src/views/process-map-layout.ts';
import { interfacePage, processMapPage } from '../../src/views/process-map-page.ts';
import { tinyHandbook } from '../fixtures/tiny-handbook.ts';
import { open, textRows } from './tiny-view.ts';

const tiny = open(tinyHandbook());
const sample = open('content', '2026-11-20');

describe('the lanes', () => {
  test('are the areas of the standard: small chapters that follow each other share one, a large one is split', () => {
    expect(processGroups(sample.view).map(({ title, procedures }) => [title, procedures.length])).toEqual([
      ['4 组织环境、5 领导作用、6 策划', 4],
      ['7 服务管理体系的支持', 3],
      ['8.2 服务组合', 5],
      ['8.3 关系与协议', 3],
      ['8.4 供应与需求', 2],
      ['8.5 服务设计、构建与转换', 3],
      ['8.6 解决与履行', 3],
      ['8.7 服务保障', 3],
      ['9 绩效评价、10 改进', 5],
    ]);
  });

  test('hold every procedure once, also one that meets no clause of a standard in force', () => {
    const { view } = open(
      tinyHandbook([{ file: 'procedures/ST-B-02.mdx', replace: '    - mini:2020/5.1#5\n', with: '    []\n' }]),
    );
    expect(processGroups(view).map(({ title, procedures }) => [title, procedures.map(({ number }) => number)])).toEqual(
      [
        ['4 策划', ['ST-B-01']],
        ['其他过程', ['ST-B-02']],
      ],
    );
  });
});

describe('the interfaces', () => {
  test('stand once, though both procedures name them, with links to who is in the handbook', () => {
    const [inside, outside] = interfacePage(tiny.view, 1).tables;
    expect(inside?.table.rows).toEqual([
      [
        { text: 'ST-B-02 订单受理程序', href: '/documents/st-b-02/' },
        '订单统计',
        { text: 'ST-B-01 文件与目标管理程序', href: '/documents/st-b-01/' },
      ],
    ]);
    expect(textRows(outside?.table)).toEqual([
      ['ST-B-01 文件与目标管理程序', '生效的文件', '全部过程'],
      ['ST-B-01 文件与目标管理程序', '目标统计结果', '店主'],
      ['ST-B-02 订单受理程序', '印好的成品', '顾客'],
      ['全部过程', '修改意见', 'ST-B-01 文件与目标管理程序'],
      ['顾客', '印刷需求', 'ST-B-02 订单受理程序'],
      ['纸厂', '纸张报价', 'ST-B-02 订单受理程序'],
    ]);
  });

  test('are counted for each procedure in the list', () => {
    const [group] = processMapPage(tiny.view).groups;
    expect(group?.procedures.map(({ link, flows }) => [link.text, flows])).toEqual([
      ['ST-B-01 文件与目标管理程序', '2 项输入，2 项输出'],
      ['ST-B-02 订单受理程序', '2 项输入，2 项输出'],
    ]);
  });

  test('are named in the language of the interface', () => {
    const { groups } = processMapPage(tiny.english);
    expect(textRows(interfacePage(tiny.english, 1).tables[0]?.table)[0]?.[0]).toBe('ST-B-02 Order intake');
    expect(groups[0]?.procedures[0]?.flows).toBe('2 inputs, 2 outputs');
  });
});

type Point = [number, number];

/** Points along a path of curves (C) and lines (L), close to each other. */
function pointsOf(path: string): Point[] {
  const steps = path.match(/[MCL][^MCL]+/g)!.map((step) => {
    const numbers = step.slice(1).split(' ').map(Number);
    return Array.from({ length: numbers.length / 2 }, (_, at): Point => [numbers[2 * at]!, numbers[2 * at + 1]!]);
  });
  const points = [...steps[0]!];
  for (const step of steps.slice(1)) {
    const start = points.at(-1)!;
    const [one, two, end] = step.length === 3 ? step : [start, step[0]!, step[0]!];
    for (let at = 1; at <= 200; at += 1) {
      const [t, s] = [at / 200, 1 - at / 200];
      const along = (axis: 0 | 1) =>
        s ** 3 * start[axis] + 3 * s * s * t * one![axis] + 3 * s * t * t * two![axis] + t ** 3 * end![axis];
      points.push([along(0), along(1)]);
    }
  }
  return points;
}

/** The boxes that a path passes through. */
function crossed(path: string, boxes: readonly Box[]): Box[] {
  const points = pointsOf(path);
  return boxes.filter(({ x, y, width, height }) =>
    points.some(([px, py]) => px > x && px < x + width && py > y && py < y + height),
  );
}

/** Where the title of a lane may stand: lines run beside it, between its boxes and the next lane. */
function within({ x, y, width, height }: Box): Box {
  return { x: x + 14, y, width: width - 28, height };
}

describe('the layout', () => {
  const overlap = (a: Box, b: Box) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  const { map } = processMapPage(sample.view);
  const boxes = map.processes.map(({ box }) => box);

  test('has a box for each procedure, in its lane, none over another, all on the map', () => {
    expect(boxes).toHaveLength(31);
    for (const [index, box] of boxes.entries()) {
      expect(boxes.slice(index + 1).filter((other) => overlap(box, other))).toEqual([]);
      expect(map.lanes.filter((lane) => overlap(box, lane))).toHaveLength(1);
      expect(box.x >= 0 && box.x + box.width <= map.width && box.y + box.height <= map.height).toBe(true);
    }
    for (const [index, lane] of map.lanes.entries()) {
      expect(map.lanes.slice(index + 1).filter((other) => overlap(lane, other))).toEqual([]);
    }
  });

  test('no curve leaves the map', () => {
    for (const path of map.paths) {
      const numbers = path.match(/-?[\d.]+/g)!.map(Number);
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...numbers.filter((_, index) => index % 2 === 0))).toBeLessThanOrEqual(map.width);
    }
  });

  test('no curve passes through a box that is not its end, or through the head of a lane', () => {
    const english = processMapPage(sample.english).map;
    for (const { lanes, processes } of [map, english]) {
      const heads = lanes.map((lane) => ({ ...lane, height: 24 + 18 * lane.title.length }));
      for (const { box, flows } of processes) {
        for (const flow of flows) {
          const others = processes.map((other) => other.box).filter((other) => other !== box && other !== flow.box);
          expect(crossed(flow.path, [...others, ...heads.map(within)]), flow.path).toEqual([]);
        }
      }
    }
  });

  test('the number of a chapter stays with its title where a lane has two lines', () => {
    const title = '7 服务管理体系的支持、8 服务管理体系的运行';
    const { lanes } = processMap([{ title, processes: [{ number: 'a', title: 'a', href: '/a/' }] }], [], String);
    expect(lanes[0]?.title).toEqual(['7 服务管理体系的支持、', '8 服务管理体系的运行']);
  });

  test('a curve past a column goes between its boxes, each one by itself', () => {
    const process = (number: string) => ({ number, title: number, href: `/${number}/` });
    const small = processMap(
      [
        { title: 'left', processes: ['a1', 'a2'].map(process) },
        { title: 'middle', processes: ['b1', 'b2', 'b3'].map(process) },
        { title: 'right', processes: ['c1', 'c2'].map(process) },
      ],
      [
        { from: 'a1', what: 'paper', to: 'c1' },
        { from: 'c1', what: 'ink', to: 'a2' },
        { from: 'a1', what: 'proofs', to: 'b2' },
      ],
      (items) => items.join('+'),
    );
    const boxOf = (number: string) => small.processes.find((item) => item.number === number)!.box;
    const middle = ['b1', 'b2', 'b3'].map(boxOf);
    const [there, back, beside] = small.paths as [string, string, string];
    expect([there, back].flatMap((path) => crossed(path, middle))).toEqual([]);
    expect(crossed(beside, [boxOf('b1'), boxOf('b3')])).toEqual([]);
    const heights = [there, back].map((path) => /L[\d.]+ ([\d.]+)/.exec(path)?.[1]);
    expect(new Set(heights).size).toBe(2);
    // It begins and ends at the sides of its boxes.
    const [a, c] = [boxOf('a1'), boxOf('c1')];
    expect(pointsOf(there)[0]).toEqual([a.x + a.width, a.y + a.height / 2]);
    expect(pointsOf(there).at(-1)).toEqual([c.x, c.y + c.height / 2]);
  });

  test('shows a flow at both of its ends, with its direction', () => {
    const process = (number: string) => ({ number, title: number, href: `/${number}/` });
    const small = processMap(
      [{ title: 'one', processes: ['a', 'b', 'c'].map(process) }],
      [
        { from: 'a', what: 'paper', to: 'b' },
        { from: 'a', what: 'ink', to: 'b' },
        { from: 'b', what: 'prints', to: 'a' },
        { from: 'a', what: 'itself', to: 'a' },
      ],
      (items) => items.join('+'),
    );
    const flows = (number: string) => small.processes.find((item) => item.number === number)!.flows;
    expect(small.paths).toHaveLength(1);
    expect(flows('a')).toMatchObject([{ title: 'b', label: '← prints → paper+ink', out: true, in: true }]);
    expect(flows('b')).toMatchObject([{ title: 'a', label: '← paper+ink → prints', out: true, in: true }]);
    expect(flows('c')).toEqual([]);
  });

  test.each([
    ['事件管理程序', 6, '事件管理程序'],
    ['事件管理程序', 5, '事件管理…'],
    ['Incident', 3, 'Inci…'],
  ])('%s in the room of %i characters is %s', (text, room, shown) => {
    expect(fitted(text, room)).toBe(shown);
  });
});
