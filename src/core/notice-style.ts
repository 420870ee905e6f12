/** How a page's one text stands in the middle of the window; whatever else is on the page is below it. */
export const noticeStyle = 'padding:40vh 1em;font:1.25em system-ui;text-align:center';
