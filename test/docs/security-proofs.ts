/**
 * Which tests prove which claim of SECURITY.md: file and title. “a › b” is the test b in the group a.
 */
export const securityProofs: Record<string, [file: string, title: string][]> = {
  S1: [
    [
      'test/browser/faults/forged-messages.ts',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: so the title stands there
      'A frame of the ${whose} in the page posts every forgery',
    ],
    [
      'test/core/acceptance.test.ts',
      'such as %s is ignored in the bare form, even once the popup is closed',
    ],
    [
      'test/core/acceptance.test.ts',
      'such as %s is ignored with the attempt’s ID, even once the popup is closed',
    ],
    [
      'test/model/attempt-model.test.ts',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: so the title stands there
      'two buttons keep the contract in ${runs} random sequences of events',
    ],
  ],
  S2: [
    [
      'test/browser/faults/forged-messages.ts',
      'Our popup comes to the attacker, who posts every forgery to its opener',
    ],
    ['test/core/acceptance.test.ts', 'a message from the popup on another origin › %j is ignored'],
  ],
  S3: [
    [
      'test/browser/faults/attackers.ts',
      'A page inside our popup opens the redirect page with a forged result',
    ],
    [
      'test/core/acceptance-lines.test.ts',
      'does nothing while the popup is open, and the popup’s own result still counts',
    ],
  ],
  S4: [
    [
      'test/browser/faults/forged-messages.ts',
      'Another tab of the app says a result on channels and storage keys that it guesses',
    ],
    ['test/core/opening.test.ts', 'gives every attempt another mark and another state'],
  ],
  S5: [
    ['test/browser/faults/attackers.ts', 'A link with a forged result is followed, cold'],
    [
      'test/browser/faults/attackers.ts',
      'A link with a forged result is followed in another tab while an attempt is pending',
    ],
    [
      'test/core/arrival.test.ts',
      'does nothing in a page that another window opened, which stays open',
    ],
  ],
  S6: [
    [
      'test/browser/faults/attackers.ts',
      'A link with a forged result is followed in a tab that the app opened',
    ],
    [
      'test/core/opening.test.ts',
      'marks the new window by per-window storage and keeps no mark itself',
    ],
    [
      'test/core/resume.test.ts',
      'keeps a record only while it is hidden, so that no copy of the tab gets it',
    ],
  ],
  S7: [
    [
      'test/browser/faults/lifecycle.ts',
      'The app is reloaded, and a page of another origin says another state, and none',
    ],
    ['test/core/resume.test.ts', 'gets its result, bound by a state that nobody can guess'],
    ['test/core/resume.test.ts', 'and does nothing for the app’s own state, which others may know'],
  ],
  S8: [
    ['test/core/state.test.ts', 'is refused with state_mismatch: %s'],
    ['test/core/signing.test.ts', 'is refused with state_mismatch when the result’s is %s'],
  ],
  S9: [
    ['test/core/acceptance.test.ts', 'counts once, on whatever lines it comes'],
    [
      'test/browser/faults/lifecycle.ts',
      'The redirect page is refreshed, and gone Back and Forward, after nobody took the result',
    ],
    [
      'test/browser/faults/forged-messages.ts',
      'A replay: the old result is posted again while the next attempt runs',
    ],
  ],
  S10: [
    [
      'test/browser/faults/attackers.ts',
      'The attacker opens a redirect page that names another origin, and listens',
    ],
    [
      'test/browser/faults/redirect-pages.ts',
      'The redirect page is of another origin, and does not name the app',
    ],
    [
      'test/redirect/forward-redirect.test.ts',
      'tells it to the origins in openerOrigins, too, and never to "*"',
    ],
    ['test/redirect/unmarked-page.test.ts', 'refuses %j, on any page'],
  ],
  S11: [
    ['test/browser/faults/lifecycle.ts', 'The app has gone to another site when the result comes'],
  ],
  S12: [
    ['test/browser/faults/attackers.ts', 'The attacker opens the app, and the client uses it'],
    ['test/browser/faults/attackers.ts', "The attacker holds a window under the popup's old name"],
  ],
  S13: [['test/redirect/acknowledgement.test.ts', 'when an acknowledgement %s']],
  S14: [
    [
      'test/browser/faults/whole-page.ts',
      "display 'redirect': of two buttons of one partner, the one that was clicked gets the result",
    ],
    [
      'test/browser/faults/lifecycle.ts',
      'The app is reloaded without the button that was clicked: no other gets its result',
    ],
    [
      'test/core/resume.test.ts',
      'has none of them take what was not theirs, and a developer is told',
    ],
  ],
  S15: [
    [
      'test/browser/faults/lifecycle.ts',
      'The tab of the app is duplicated while it is hidden: one callback, in the first',
    ],
    [
      'test/browser/faults/whole-page.ts',
      "display 'redirect': the tab is duplicated at the hub, and both come back: one callback",
    ],
    [
      'test/core/resume.test.ts',
      'stays held while a late result may still come, which would count in the copy too',
    ],
  ],
  S16: [
    [
      'test/redirect/forward-redirect.test.ts',
      'takes the mark and cleans the address before anything is said',
    ],
    [
      'test/browser/faults/redirect-pages.ts',
      'The redirect page has other scripts, which see an address without the result',
    ],
  ],
  S17: [
    ['test/react/connect-button-props.test.tsx', 'shows markup in label as text'],
    ['test/core/signing.test.ts', 'with holdingText %j shows %j as text'],
    ['test/core/onboarding-url-invalid.test.ts', '%s is refused with invalid_options'],
    [
      'test/browser/faults/redirect-pages.ts',
      'The redirect page is under a strict Content-Security-Policy with Trusted Types',
    ],
    ['test/server/redirect-page/redirect-page.test.ts', 'is the same with %s in the address'],
    ['test/browser/redirect-page.test.ts', 'lets no other script run'],
  ],
  S18: [
    ['test/core/onboarding-redirect.test.ts', 'with %s is no result'],
    ['test/core/onboarding-redirect.test.ts', 'gives only the known keys, whatever else it names'],
    ['test/core/properties.test.ts', 'never throws, whatever text it gets'],
  ],
  S19: [
    ['test/browser/faults/foreign-pages.ts', 'Pages have variables called origin, screen, name …'],
    [
      'test/browser/faults/foreign-pages.ts',
      'A polyfill has put broken functions in the place of built-in ones',
    ],
  ],
  S20: [
    [
      'test/browser/faults/forged-messages.ts',
      'Another script of the page posts 10,000 messages: the page stays responsive',
    ],
    ['test/core/junk-messages.test.ts', 'in a flood leaves the attempt working'],
    [
      'test/core/load.test.ts',
      '10,000 attempts leave no listener, timer, channel or key, and no memory in use',
    ],
    [
      'test/core/detached.test.ts',
      'is waited for by at most five attempts of a page; the oldest is dropped',
    ],
  ],
  S21: [
    ['test/styled/hostile-themes.test.tsx', 'changes nothing but what a token is for'],
    ['test/styled/hostile-themes.test.tsx', 'brings no tokens and no names of its own'],
  ],
  S22: [
    [
      'test/core/signing-failures.test.ts',
      'but %s fails with signature_failed; the hub is not asked',
    ],
    ['test/core/onboarding-url-invalid.test.ts', 'repeats no value of an option in its text'],
    [
      'test/server/io-signature/io-signature-handler.test.ts',
      'never holds the secret or a signature in a log',
    ],
    [
      'test/server/io-signature/create-io-signer.test.ts',
      'keeps the secret out of everything that can be printed',
    ],
  ],
  S23: [
    ['test/server/browser.test.ts', 'says at once what is wrong'],
    [
      'test/package/server-entry.test.ts',
      'says in a web bundle by %s that it belongs on the server',
    ],
  ],
  S24: [
    [
      'test/server/endpoint/handler-origins.test.ts',
      '%s of another site gets 403, and no signature is made',
    ],
    [
      'test/server/io-signature/io-signature-handler.test.ts',
      'is not asked about requests of other sites',
    ],
  ],
  S25: [
    [
      'test/server/io-signature/io-signature-handler.test.ts',
      'chooses neither partner nor time, whatever its body says',
    ],
    [
      'test/server/endpoint/rate-limit.test.ts',
      'answers 429 with Retry-After to the 30 calls of a minute that are too many',
    ],
  ],
  S26: [
    ['test/server/endpoint/rate-limit.test.ts', 'lets nobody in where it answers %j'],
    ['test/server/io-signature/io-signature-handler.test.ts', 'say nothing but a fixed word'],
  ],
  S27: [
    [
      'test/server/io-signature/io-signature-handler.test.ts',
      'spends no second once the time is up',
    ],
    ['test/server/io-signature/io-signature-handler.test.ts', '%s: no signature is made'],
  ],
  S28: [
    [
      'test/server/io-signature/io-signature-handler.test.ts',
      'is answered as JSON that nobody stores, sniffs or reads elsewhere',
    ],
    [
      'test/server/io-signature/distinct-seconds.properties.test.ts',
      'several signers of one store never share a second, nor sign the future, in any order',
    ],
  ],
  S29: [
    [
      'test/server/io-signature/verify-io-signature.test.ts',
      'a partner ID cannot shift the parts of the message',
    ],
    [
      'test/server/io-signature/verify-io-signature.test.ts',
      'a flipped bit at digit %i is a mismatch',
    ],
  ],
  S30: [
    [
      'test/sandbox/start-sandbox.test.ts',
      'answers to the name that it was given, and to any where others can reach it',
    ],
    ['test/sandbox/scenario/scenario.test.ts', 'answers pages of this machine only'],
    ['test/sandbox/webhooks/webhooks-page.test.ts', 'obeys pages of this machine only'],
    [
      'test/sandbox/webhooks/webhooks.test.ts',
      'webhook URLs › of other machines are not called: %s',
    ],
    ['test/sandbox/webhooks/webhooks.test.ts', 'webhook URLs › lead no further by a redirect'],
  ],
  S31: [['test/package/tarball.test.ts', 'has no runtime dependency']],
  S32: [
    [
      'test/scripts/workflows.test.ts',
      'is published by a job that runs no code but npm’s, once a maintainer approves',
    ],
  ],
  S33: [
    ['test/server/webhooks/verify-webhook.test.ts', 'a signature › is refused: %s'],
    [
      'test/server/webhooks/verify-webhook.test.ts',
      'a signature › with a flipped bit at digit %i is refused',
    ],
    [
      'test/server/webhooks/verify-webhook.test.ts',
      'a signature › is compared by WebCrypto, in constant time',
    ],
    ['test/server/webhooks/webhook-handler.test.ts', 'at start-up › %o is refused'],
  ],
  S34: [
    [
      'test/server/webhooks/verify-webhook.test.ts',
      'a body › without an end is left alone at 1 MiB',
    ],
    [
      'test/server/webhooks/verify-webhook.test.ts',
      'a body › is not read where there is no signature',
    ],
  ],
  S35: [
    [
      'test/server/webhooks/webhook-handler.test.ts',
      'an event › is handled once by several processes with one store',
    ],
    ['test/server/webhooks/webhook-handler.test.ts', 'an event › is remembered for 30 days'],
    [
      'test/databases/webhooks.test.ts',
      'handle each event once, though every one is sent to all of them several times',
    ],
  ],
  S36: [
    [
      'test/server/webhooks/once-per-event.properties.test.ts',
      'every event is handled, and then remembered, in any order of deliveries, failures, kills and time',
    ],
    [
      'test/databases/webhooks.test.ts',
      'have the event again whose process was killed in its handler',
    ],
  ],
  S37: [
    [
      'test/server/webhooks/parse-webhook-event.test.ts',
      'a hostile body › with %s is refused, or read as far as it can be',
    ],
  ],
  S38: [
    [
      'test/server/webhooks/verify-webhook.test.ts',
      'an error holds no secret, signature or part of the body, however it is printed',
    ],
  ],
  S39: [['test/server/store/postgres-store.test.ts', 'refuses the table %j at start-up']],
  S40: [
    [
      'test/server/partner-api/ids.properties.test.ts',
      'an ID that could leave its path is refused before anything is sent, and not repeated',
    ],
  ],
  S41: [
    [
      'test/server/partner-api/lists.test.ts',
      'leaves out what does not fit, where 360dialog takes no notice of a filter',
    ],
    [
      'test/server/partner-api/lists.test.ts',
      'refuses %j at once, because it would list everybody',
    ],
  ],
  S42: [
    [
      'test/server/partner-api/failures.test.ts',
      'shows in no error of $name, even where 360dialog repeats it',
    ],
    [
      'test/server/partner-api/failures.test.ts',
      'shows in no error of a network, whatever that carries',
    ],
    [
      'test/server/partner-api/failures.test.ts',
      'is there in a new API key by name, and nowhere else',
    ],
  ],
  S43: [
    ['test/server/partner-api/failures.test.ts', 'does not follow a redirect to another place'],
    [
      'test/server/partner-api/failures.test.ts',
      'of a channel is never sent to the address %s, and the key is not lost for it',
    ],
  ],
  S44: [
    ['test/server/partner-api/repeating.test.ts', 'is sent once, after a %s too'],
    ['test/server/partner-api/repeating.test.ts', 'is sent once where the connection breaks'],
  ],
  S45: [
    [
      'test/server/result/verify-result.test.ts',
      'refuses a signed-in user who sends the client of somebody else, and stores nothing',
    ],
    ['test/server/result/verify-result.test.ts', 'refuses %s'],
  ],
  S46: [
    ['test/server/states/create-states.test.ts', 'gives one of many at once the run'],
    ['test/server/states/create-states.test.ts', 'is nowhere in the store'],
  ],
  S47: [
    [
      'test/databases/postgres-keys-promises.ts',
      'has in its rows nothing but a channel’s ID and a JWE that names its encryptionKey',
    ],
    [
      'test/server/api-keys/postgres-keys.test.ts',
      'refuses the encryptionKey %j at start-up, and does not tell it',
    ],
  ],
  S48: [
    [
      'test/databases/postgres-keys-promises.ts',
      'refuses a row that was changed, or belongs to another channel, and changes nothing',
    ],
  ],
  S49: [
    [
      'test/server/api-keys/ensure-api-key.test.ts',
      'is in what ensureApiKey and get give by name, and nowhere else',
    ],
    [
      'test/server/api-keys/ensure-api-key.test.ts',
      'shows in no error, and no header does, even where 360dialog repeats them',
    ],
    [
      'test/server/api-keys/ensure-api-key.test.ts',
      'does not take a key to another place by a redirect',
    ],
  ],
  S50: [
    [
      'test/databases/api-keys.test.ts',
      'are one valid key each, stored and with its webhook, after a kill -9 at any moment',
    ],
    ['test/databases/api-keys.test.ts', 'are made once, whichever of two processes comes first'],
    [
      'test/server/api-keys/one-valid-key.properties.test.ts',
      'a call that is not stopped ends with one valid key, stored and with its webhook, whatever was before',
    ],
  ],
  S51: [
    [
      'test/server/api-keys/ensure-api-key.test.ts',
      'changes nothing after %s, which does not say that the key is dead',
    ],
    [
      'test/server/api-keys/ensure-api-key.test.ts',
      'makes no third key where the messaging API refuses two new ones',
    ],
  ],
};
