import { afterEach, describe, expect, inject, test } from 'vitest';
import { type Consumer, installConsumer } from './packed';

const names =
  'ConnectButtonView,ConnectThemeProvider,StyledConnectButton,StyledEmbeddedSignupButton,connectLabels,connectTheme';
const show = `
  const button = createElement(StyledConnectButton, { partnerId: 'aAbBcCPA', callback() {} });
  const sheet = new ServerStyleSheet();
  const html = renderToString(sheet.collectStyles(button));
  console.log(JSON.stringify({ html, css: sheet.getStyleTags() }));
`;
const files = {
  'render.mjs': `
    import { createElement } from 'react';
    import { renderToString } from 'react-dom/server';
    import { StyledConnectButton } from 'react-360dialog-connect/styled';
    import { ServerStyleSheet } from 'styled-components';
    ${show}`,
  'render.cjs': `
    const { createElement } = require('react');
    const { renderToString } = require('react-dom/server');
    const { StyledConnectButton } = require('react-360dialog-connect/styled');
    const { ServerStyleSheet } = require('styled-components');
    ${show}`,
};

describe('the themed button of the packed package', () => {
  let consumer: Consumer | undefined;
  afterEach(() => consumer?.remove());

  test.for([
    ['18', '6.1.0'],
    ['19', '6.6.0'],
  ])('renders in plain Node with React %s and styled-components %s', async ([react, styled]) => {
    const { file } = inject('tarball');
    consumer = await installConsumer(
      [file, `react@${react}`, `react-dom@${react}`, `styled-components@${styled}`],
      files,
    );

    for (const script of ['render.mjs', 'render.cjs']) {
      const { html, css } = JSON.parse(await consumer.node(script));
      expect(html).toMatch(/<button type="button" class="[^"]+" data-status="idle">/);
      expect(css).toContain('--connect-color-fill-rest');
    }
    const keys = "Object.keys(require('react-360dialog-connect/styled')).sort().join()";
    expect(await consumer.node('-p', keys)).toBe(names);
  });
});
