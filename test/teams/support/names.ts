/** Invented ids in Microsoft's format. */
export const APP_ID = '7d2a1f4c-0000-4000-8000-00000000b0b0';
export const TENANT = '5e1c0000-0000-4000-8000-00000000ea57';
