import { z } from 'zod';

/**
 * Slack's documented rules for blocks, messages and views, taken from its reference and not from our renderer:
 * https://docs.slack.dev/reference/block-kit. Unlike Slack, this refuses unknown keys.
 */

export type Surface = 'message' | 'modal' | 'home';

const words = (max: number) => z.string().min(1).max(max);
const plainText = (max = 3000) =>
  z.strictObject({ type: z.literal('plain_text'), text: words(max), emoji: z.boolean().optional() });
const mrkdwn = (max = 3000) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: words(max), verbatim: z.boolean().optional() });
const text = (max = 3000) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);
const id = words(255);
const address = words(3000).regex(/^(?:https?|mailto|tel):/u);

const option = z.strictObject({ text: plainText(75), value: words(150), description: plainText(75).optional() });
const optionKey = (one: unknown) => JSON.stringify(one);
const options = (max: number) => z.array(option).min(1).max(max);
const groups = z
  .array(z.strictObject({ label: plainText(75), options: options(100) }))
  .min(1)
  .max(100);
const actionable = { action_id: id };
const placeholder = plainText(150).optional();

type Choice = {
  options?: unknown[] | undefined;
  option_groups?: { options: unknown[] }[] | undefined;
  initial_option?: unknown;
  initial_options?: unknown[] | undefined;
};
/** Requires either options or option groups, and initial options that equal one of them exactly. */
const initialOptionsExist = ({ options: flat, option_groups, initial_option, initial_options }: Choice): boolean => {
  const all = new Set([...(flat ?? []), ...(option_groups ?? []).flatMap((group) => group.options)].map(optionKey));
  const chosen = [...(initial_option === undefined ? [] : [initial_option]), ...(initial_options ?? [])];
  return (flat === undefined) !== (option_groups === undefined) && chosen.every((one) => all.has(optionKey(one)));
};
const CHOICE = 'options or option_groups, and the initial ones among them';

const button = z.strictObject({
  type: z.literal('button'),
  ...actionable,
  text: plainText(75),
  value: words(2000).optional(),
  url: address.optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: words(75).optional(),
  confirm: z
    .strictObject({
      title: plainText(100),
      text: plainText(300),
      confirm: plainText(30),
      deny: plainText(30),
      style: z.enum(['primary', 'danger']).optional(),
    })
    .optional(),
});
const select = {
  ...actionable,
  placeholder,
  options: options(100).optional(),
  option_groups: groups.optional(),
};
const staticSelect = z
  .strictObject({ type: z.literal('static_select'), ...select, initial_option: option.optional() })
  .refine(initialOptionsExist, CHOICE);
const multiSelect = z
  .strictObject({ type: z.literal('multi_static_select'), ...select, initial_options: options(100).optional() })
  .refine(initialOptionsExist, CHOICE);
const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...actionable,
    options: options(10),
    initial_options: options(10).optional(),
  })
  .refine(initialOptionsExist, CHOICE);
const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...actionable,
    options: options(10),
    initial_option: option.optional(),
  })
  .refine(initialOptionsExist, CHOICE);
const overflow = z.strictObject({ type: z.literal('overflow'), ...actionable, options: options(5) });
const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...actionable,
  placeholder,
  initial_date: z.iso.date().optional(),
});
const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...actionable,
  placeholder,
  initial_time: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u)
    .optional(),
});
const externalSelect = z.strictObject({
  type: z.literal('external_select'),
  ...actionable,
  placeholder,
  min_query_length: z.int().min(0).max(100).optional(),
  initial_option: option.optional(),
});
const textInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...actionable,
    placeholder,
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
    initial_value: z.string().max(3000).optional(),
    focus_on_load: z.boolean().optional(),
  })
  .refine(
    ({ initial_value, max_length = 3000 }) => (initial_value ?? '').length <= max_length,
    'initial_value is longer than max_length',
  );

const look = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
  code: z.boolean().optional(),
});
const richElement = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: words(3000), style: look.optional() }),
  z.strictObject({ type: z.literal('link'), url: address, text: words(3000).optional(), style: look.optional() }),
  z.strictObject({ type: z.literal('user'), user_id: words(20) }),
  z.strictObject({ type: z.literal('emoji'), name: words(100) }),
]);
const richPart = z.strictObject({
  type: z.enum(['rich_text_section', 'rich_text_quote', 'rich_text_preformatted']),
  elements: z.array(richElement).min(1),
});

const named = { block_id: id.optional() };
const inputElement = z.union([
  externalSelect,
  textInput,
  staticSelect,
  multiSelect,
  checkboxes,
  radioButtons,
  datepicker,
  timepicker,
]);
const pressable = z.union([button, overflow, staticSelect, checkboxes, radioButtons, datepicker, timepicker]);

const blocksOf = {
  header: z.strictObject({ type: z.literal('header'), ...named, text: plainText(150) }),
  divider: z.strictObject({ type: z.literal('divider'), ...named }),
  rich_text: z.strictObject({ type: z.literal('rich_text'), ...named, elements: z.array(richPart).min(1) }),
  context: z.strictObject({ type: z.literal('context'), ...named, elements: z.array(text()).min(1).max(10) }),
  section: z
    .strictObject({
      type: z.literal('section'),
      ...named,
      text: text().optional(),
      fields: z.array(text(2000)).min(1).max(10).optional(),
      accessory: z.union([pressable, multiSelect]).optional(),
    })
    .refine(({ text: body, fields }) => body !== undefined || fields !== undefined, 'text or fields'),
  actions: z.strictObject({ type: z.literal('actions'), ...named, elements: z.array(pressable).min(1).max(25) }),
  input: z.strictObject({
    type: z.literal('input'),
    ...named,
    label: plainText(2000),
    element: inputElement,
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
  }),
} as const;

type Loose = Record<string, unknown>;
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const issuesOf = (at: string, error: z.ZodError): string[] =>
  error.issues.map(({ path, message }) => `${[at, ...path].join('/')}: ${message}`);

const faultsOfBlock = (block: unknown, at: string): string[] => {
  const type = isObject(block) ? String(block.type) : '';
  if (!Object.hasOwn(blocksOf, type)) return [`${at}: no block of type "${type}"`];
  const read = blocksOf[type as keyof typeof blocksOf].safeParse(block);
  return read.success ? [] : issuesOf(at, read.error);
};

const objectsIn = (json: unknown): Loose[] => {
  if (Array.isArray(json)) return json.flatMap(objectsIn);
  return isObject(json) ? [json, ...Object.values(json).flatMap(objectsIn)] : [];
};
const duplicates = (values: unknown[]): unknown[] => values.filter((value, at) => values.indexOf(value) !== at);

const MAX_BLOCKS: Record<Surface, number> = { message: 50, modal: 100, home: 100 };

/** The reasons for which Slack would refuse these blocks; empty when it would accept them. */
export const faultsOfBlocks = (blocks: unknown, surface: Surface): string[] => {
  if (!Array.isArray(blocks)) return ['blocks: no list'];
  const limit = MAX_BLOCKS[surface];
  const blockIds = blocks.flatMap((block) => (isObject(block) && 'block_id' in block ? [block.block_id] : []));
  const actionIds = objectsIn(blocks).flatMap((one) => ('action_id' in one ? [one.action_id] : []));
  const focused = objectsIn(blocks).filter((one) => one.focus_on_load === true);
  return [
    ...(blocks.length > limit ? [`blocks: ${blocks.length} of at most ${limit}`] : []),
    ...blocks.flatMap((block, at) => faultsOfBlock(block, `blocks/${at}`)),
    ...duplicates(blockIds).map((one) => `block_id twice: ${String(one)}`),
    // Slack requires unique action ids within a block only; an adapter that looks presses up by id needs them across all.
    ...duplicates(actionIds).map((one) => `action_id twice: ${String(one)}`),
    ...(focused.length > 1 ? ['focus_on_load twice'] : []),
    ...(surface === 'message' && focused.length > 0 ? ['focus_on_load in a message'] : []),
  ];
};

const MENTION = /<[@!#]|@(?:here|channel|everyone)\b/iu;

/** The reasons for which Slack would refuse a message or misread it. Our own rule: `text` must accompany the blocks. */
export const faultsOfMessage = (message: { text?: unknown; blocks?: unknown }): string[] => {
  const { text: fallback, blocks } = message;
  const length = String(fallback).length + JSON.stringify(blocks ?? []).length;
  return [
    ...(typeof fallback === 'string' && fallback.trim() !== '' ? [] : ['text: missing']),
    ...(typeof fallback === 'string' && fallback.length > 4000 ? [`text: ${fallback.length} of at most 4000`] : []),
    ...(MENTION.test(String(fallback)) ? ['text: mentions somebody'] : []),
    ...(blocks === undefined ? [] : faultsOfBlocks(blocks, 'message')),
    ...(length > 12_000 ? [`a message of ${length} characters`] : []),
  ];
};

const modal = z.strictObject({
  type: z.literal('modal'),
  title: plainText(24),
  submit: plainText(24).optional(),
  close: plainText(24).optional(),
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(3000).optional(),
  callback_id: words(255).optional(),
  external_id: words(255).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
});
const home = z.strictObject({
  type: z.literal('home'),
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(3000).optional(),
  callback_id: words(255).optional(),
  external_id: words(255).optional(),
});
const view = z.discriminatedUnion('type', [modal, home]);

/** The reasons for which Slack would refuse a view. */
export const faultsOfView = (found: unknown): string[] => {
  const read = view.safeParse(found);
  if (!read.success) return issuesOf('view', read.error);
  const { type, blocks } = read.data;
  const asks = objectsIn(blocks).some((block) => block.type === 'input');
  return [
    ...faultsOfBlocks(blocks, type),
    ...(type === 'modal' && asks && read.data.submit === undefined ? ['view: inputs without submit'] : []),
    ...(Buffer.byteLength(JSON.stringify(found)) > 250_000 ? ['view: larger than 250 KB'] : []),
  ];
};
