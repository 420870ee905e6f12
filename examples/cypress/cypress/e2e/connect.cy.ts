const result = 'client=oaY9LLfUCL&channels=[y9MiLoCH]';

/** Says what the hub does from now on. */
const play = (scenario: object) => cy.request('POST', Cypress.env('scenarioUrl'), scenario);

/** The page gives `hub` and `display` to the button, in tests only. */
const connect = () => {
  cy.visit(`/?${new URLSearchParams({ hub: Cypress.env('hub'), display: 'redirect' })}`);
  cy.contains('button', 'Connect').click();
};

describe('connecting WhatsApp', () => {
  beforeEach(() => {
    play({ reset: true });
  });

  it('shows the client whom the hub sends back', () => {
    play({ ending: { redirect: result } });
    connect();
    cy.get('[role=status]').should('have.text', 'Connected: oaY9LLfUCL');
  });

  it('refuses somebody else’s result', () => {
    play({ ending: { redirect: `${result}&state=forged` } });
    connect();
    cy.get('[role=status]').should('have.text', 'Not connected: state_mismatch');
  });

  it('waits for a slow hub', () => {
    play({ answerDelayMs: 1500, ending: { redirect: result } });
    connect();
    cy.get('[role=status]').should('have.text', 'Connected: oaY9LLfUCL');
  });
});
