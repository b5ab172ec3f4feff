import { TEXTS } from '../../../cards/texts/texts.ts';
import { closedPage } from '../door-pages.ts';

/** It is the same for every request. */
export const CLOSED_REPORT_PAGE = closedPage(TEXTS.da.report.closed, TEXTS.en.report.closed);
