/** For a look at the types before `npm install`. */
declare module '@playwright/test' {
  export * from 'playwright/test';
}
