// @vitest-environment node
import { ConnectThemeProvider, StyledConnectButton } from 'react-360dialog-connect/styled';
import { renderToString } from 'react-dom/server';
import { ServerStyleSheet } from 'styled-components';
import { describe, expect, it } from 'vitest';

const app = (
  <ConnectThemeProvider colorScheme="auto">
    <StyledConnectButton partnerId="aAbBcCPA" callback={() => {}} lang="de" />
  </ConnectThemeProvider>
);

describe('on a server', () => {
  it('there is no window', () => {
    expect(typeof window).toBe('undefined');
  });

  it('the button renders with its text, its glyph and an empty status', () => {
    const html = renderToString(app);

    expect(html).toMatch(/^<button type="button" lang="de" class="[^"]+" data-status="idle">/);
    expect(html).toContain('WhatsApp verbinden');
    expect(html).toMatch(/<span role="status" [^>]+><\/span>$/);
    expect(html).not.toContain('style=');
  });

  it('the styles are collected, with the nonce', () => {
    const sheet = new ServerStyleSheet({ nonce: 'abc' });
    const html = renderToString(sheet.collectStyles(app));
    const tags = sheet.getStyleTags();
    sheet.seal();

    const names = /<button [^>]*class="([^"]+)"/.exec(html)![1]!.split(' ');
    expect(names.filter((name) => tags.includes(`.${name}{`))).toHaveLength(2);
    expect(tags).toMatch(/^<style nonce="abc"/);
    expect(tags).toContain('prefers-color-scheme');
  });

  it('the page’s language is not known, so the text is English', () => {
    const html = renderToString(<StyledConnectButton partnerId="" callback={() => {}} />);

    expect(html).toContain('Connect WhatsApp');
  });
});
