import type { ConnectColorScheme, StyledConnectButtonProps } from 'react-360dialog-connect/styled';
import { ConnectThemeProvider, StyledConnectButton } from 'react-360dialog-connect/styled';
import { css, styled } from 'styled-components';
import { sandboxOptions } from './sandbox';

export const variants = ['solid', 'outline', 'ghost'] as const;
const sizes = ['small', 'medium', 'large'] as const;

const dark = css`background: #10171a; color: #e8eef0;`;

const Page = styled.div<{ $scheme: ConnectColorScheme }>`
  box-sizing: border-box;
  min-height: 100vh;
  .sbdocs & { min-height: 0; }
  padding: clamp(1rem, 4vw, 3rem);
  background: #fff;
  color: #16202a;
  font: 1rem / 1.5 system-ui, sans-serif;
  ${({ $scheme }) => $scheme === 'dark' && dark}
  ${({ $scheme }) => $scheme === 'auto' && css`@media (prefers-color-scheme: dark) { ${dark} }`}
`;

const Cells = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 1rem 1.5rem;
  margin-block-end: 2rem;
`;

type VariantGridProps = Partial<StyledConnectButtonProps> & { colorScheme: ConnectColorScheme };

/** Every variant in every size, usable and disabled. */
export function VariantGrid({ colorScheme, ...props }: VariantGridProps) {
  return (
    <ConnectThemeProvider colorScheme={colorScheme}>
      <Page $scheme={colorScheme}>
        {variants.map((variant) => (
          <div key={variant}>
            {[false, true].map((disabled) => (
              <Cells key={String(disabled)}>
                {sizes.map((size) => (
                  <StyledConnectButton
                    key={size}
                    callback={() => {}}
                    {...sandboxOptions}
                    {...props}
                    {...{ variant, size, disabled }}
                  />
                ))}
              </Cells>
            ))}
          </div>
        ))}
      </Page>
    </ConnectThemeProvider>
  );
}
