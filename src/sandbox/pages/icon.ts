/** The window's icon: a tray with sand. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="#2f5d8c"/>
<path d="M6 21c4-9 7-9 10-4s6 4 10-1v8H6z" fill="#f2d9a0"/>
</svg>`;
