import type { Notice } from '../../../bot/notices.ts';

/** Examples of one kind of notice, by name. */
export type ExamplesOf<Kind extends Notice['kind']> = Readonly<Record<string, Extract<Notice, { kind: Kind }>>>;

/** Examples of several kinds; all are required. */
export type ExamplesByKind<Kind extends Notice['kind'] = Notice['kind']> = Readonly<{ [K in Kind]: ExamplesOf<K> }>;

/** The fields whose value changes the card's text. */
type Deciding = 'did' | 'saved' | 'state' | 'why' | 'found' | 'message';

/** The type itself, or never for a union: an example with too wide a type covers nothing. */
type Sole<T, Whole = T> = T extends unknown ? ([Whole] extends [T] ? T : never) : never;

type Said<T> = T extends string ? T : never;

type FieldsOf<T> = { [F in keyof T & Deciding]: `${F} ${Said<T[F]>}` }[keyof T & Deciding];
type SoleFieldsOf<T> = { [F in keyof T & Deciding]: `${F} ${Said<Sole<T[F]>>}` }[keyof T & Deciding];
type WarningOf<T> = T extends { warning: { kind: infer Kind } | null } ? `warning ${Said<Kind>}` : never;
type SoleWarningOf<T> = T extends { warning: { kind: infer Kind } } ? `warning ${Said<Sole<Kind>>}` : never;
type ReactionOf<T> = T extends { reactions: readonly { kind: infer Kind }[] } ? `reaction ${Said<Kind>}` : never;
type SoleReactionOf<T> = T extends { reactions: readonly { kind: infer Kind }[] }
  ? `reaction ${Said<Sole<Kind>>}`
  : never;
type ReaderOf<T> = T extends { viewer: infer Viewer } ? `${Said<Viewer>} ` : '';

type ViewVariant<View> = View extends unknown
  ? `${ReaderOf<View>}${FieldsOf<View> | WarningOf<View> | ReactionOf<View> | 'seen'}`
  : never;
type SoleViewVariant<View> =
  `${ReaderOf<View>}${SoleFieldsOf<View> | SoleWarningOf<View> | SoleReactionOf<View> | 'seen'}`;

/** Every variant of a notice that changes its card, such as "case asker state waiting" or "link-not why must-wait". */
export type Variant<N> = N extends { kind: infer Kind }
  ? `${Said<Kind>} ${FieldsOf<N> | (N extends { view: infer View } ? ViewVariant<View> : 'said')}`
  : never;

/** The variants that examples of these types cover. */
export type Shows<N> = N extends { kind: infer Kind }
  ? `${Said<Sole<Kind>>} ${SoleFieldsOf<N> | (N extends { view: infer View } ? SoleViewVariant<Sole<View>> : 'said')}`
  : never;
