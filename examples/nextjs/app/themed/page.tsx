import { ConnectThemeProvider, connectTheme } from 'react-360dialog-connect/styled';
import { Registry } from './registry';
import { Themed } from './themed';

/** A server component: it reads the tokens and hands a theme to the provider. */
export default function Page() {
  return (
    <Registry>
      <p>{connectTheme.radius.button}</p>
      <ConnectThemeProvider colorScheme="auto" theme={{ radius: { button: '7px' } }}>
        <Themed />
      </ConnectThemeProvider>
    </Registry>
  );
}
