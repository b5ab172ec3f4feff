import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type Html, trusted } from '../html.ts';
import { INK } from './colours.ts';

use([BarChart, GridComponent, SVGRenderer]);

type Options = Parameters<ReturnType<typeof init>['setOption']>[0];

const FONT = 'system-ui, sans-serif';
const ROW_HEIGHT = 52;

/** A bar and, thinner below it, the bar of the period before. `valueText` follows the bar, even when none is drawn. */
export type Bar = { label: string; now: number | null; valueText: string; before: number | null };

/** A horizontal bar chart for a narrow column that scales with the page. `max`: the value at full width. */
export const horizontalBars = (bars: readonly Bar[], max?: number): Html =>
  draw(370, bars.length * ROW_HEIGHT + 8, {
    grid: { left: 0, right: 84, top: 14, bottom: 0 },
    xAxis: { type: 'value', show: false, min: 0, ...(max === undefined ? {} : { max }) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ label }) => label),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        inside: true,
        align: 'left',
        verticalAlign: 'bottom',
        padding: [0, 0, 13, -8],
        fontFamily: FONT,
        fontSize: 13,
        color: INK.text,
      },
      z: 3,
    },
    series: [
      {
        type: 'bar',
        data: bars.map(({ now, valueText }) => ({
          value: now ?? 0,
          label: { formatter: valueText, ...(now === null ? FAINT : {}) },
        })),
        barWidth: 11,
        barGap: '25%',
        itemStyle: { color: INK.now, borderRadius: [0, 3, 3, 0] },
        label: { show: true, position: 'right', fontFamily: FONT, fontSize: 13, fontWeight: 'bold', color: INK.text },
        ...STILL,
      },
      {
        type: 'bar',
        data: bars.map(({ before }) => before ?? 0),
        barWidth: 5,
        itemStyle: { color: INK.before, borderRadius: [0, 2, 2, 0] },
        ...STILL,
      },
    ],
  });

export type WeekBar = { label: string; count: number | null; isNow: boolean };

/** A vertical bar chart, one bar per week. Weeks of the selected period are highlighted; `every` spaces the labels. */
export const weekBars = (weeks: readonly WeekBar[], width: number, every: number): Html =>
  draw(width, 210, {
    grid: { left: 34, right: 6, top: 12, bottom: 26 },
    xAxis: {
      type: 'category',
      data: weeks.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: INK.line } },
      axisLabel: {
        fontFamily: FONT,
        fontSize: 12,
        color: INK.quiet,
        interval: (index: number) => (weeks.length - 1 - index) % every === 0,
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      minInterval: 5,
      splitNumber: 3,
      splitLine: { lineStyle: { color: INK.line } },
      axisLabel: { fontFamily: FONT, fontSize: 12, color: INK.quiet },
    },
    series: [
      {
        type: 'bar',
        barCategoryGap: '28%',
        data: weeks.map(({ count, isNow }) => ({
          value: count ?? 0,
          itemStyle: { color: isNow ? INK.now : INK.before, borderRadius: [2, 2, 0, 0] },
        })),
        ...STILL,
      },
    ],
  });

/** Where no number may be shown, the reason takes the place of the bar. */
const FAINT = { color: INK.quiet, fontWeight: 'normal', offset: [-5, 0] } as const;
const STILL = { silent: true, emphasis: { disabled: true } } as const;

/** SVG's attributes in place of a `style`, which our Content-Security-Policy forbids. */
const asAttributes = (style: string): string =>
  style
    .split(';')
    .map((part) => part.split(':'))
    .map(([name = '', value]) => (value === undefined ? '' : ` ${name.trim()}="${value.trim()}"`))
    .join('');

const draw = (width: number, height: number, options: Options): Html => {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...options });
    // The chart scales with its container and is hidden from screen readers, which get text instead. The library's
    // hover styles are removed because the chart is static.
    return trusted(
      chart
        .renderToSVGString()
        .replace('<svg ', '<svg aria-hidden="true" focusable="false" preserveAspectRatio="xMinYMin" ')
        .replace(/<style\s*>[\s\S]*?<\/style>/g, '')
        .replace(/ style="([^"]*)"/g, (_all, style: string) => asAttributes(style)),
    );
  } finally {
    chart.dispose();
  }
};
