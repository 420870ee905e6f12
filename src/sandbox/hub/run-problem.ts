/** Why a visit ends before it begins: told to the client, and with the remedy to the developer. */
export type RunProblem = { title: string; forClient: string; forDeveloper: string };

const startAgainThere =
  'Please close this window, go back to the company that sent you here, and start again there.';

/** Every page that says so, by what is wrong. */
export const runProblems = {
  notFound: {
    title: 'There is no such page',
    forClient: 'Please close this window and start again from the company that sent you here.',
    forDeveloper: 'The start page of the sandbox, at /, lists its addresses.',
  },
  unknownPartner: {
    title: 'We do not know this partner',
    forClient:
      'The link that brought you here is not complete. Please close this window and contact the company that gave it to you.',
    forDeveloper: 'A partner ID has letters, digits, "-" and "_" only, like aAbBcCPA.',
  },
  unknownRun: {
    title: 'This visit is over',
    forClient: 'Please close this window and start again from the company that sent you here.',
    forDeveloper: 'There is no run with this ID: the sandbox was restarted or reset meanwhile.',
  },
  missingRedirectUrl: {
    title: 'This link is not set up yet',
    forClient:
      'The company that sent you here has not told us where to take you afterwards. Please close this window and contact them.',
    forDeveloper:
      'There is no redirect URL. Set partner_redirect_url with PATCH /partners/{partnerId} of the Partner API, or give redirect_url in the query. In the sandbox, POST /__scenario with redirectUrl does it too.',
  },
  unusableRedirectUrl: {
    title: 'This link does not work',
    forClient:
      'The company that sent you here gave us an address that we cannot take you to. Please close this window and contact them.',
    forDeveloper: 'redirect_url must be a complete http: or https: address.',
  },
  missingSignature: {
    title: 'This link needs a signature',
    forClient: startAgainThere,
    forDeveloper:
      'The partner has IO Signatures switched on: give the button fetchIoSignature, so that it sends io_signature and io_timestamp.',
  },
  wrongSignature: {
    title: 'We cannot verify this link',
    forClient: startAgainThere,
    forDeveloper:
      'io_signature must be the HMAC-SHA512, in lowercase hex, of {partnerId}|{io_timestamp} with the platform secret, and io_timestamp its UNIX seconds.',
  },
  expiredSignature: {
    title: 'This link has expired',
    forClient: startAgainThere,
    forDeveloper:
      'An IO Signature is valid for 24 hours. Have your server make a new one for each click.',
  },
  usedSignature: {
    title: 'This link was used already',
    forClient: startAgainThere,
    forDeveloper:
      'An IO Signature starts one onboarding. Never cache one, and never sign twice in one second: createIoSigner takes care of that.',
  },
  refused: {
    title: 'You cannot go on here',
    forClient: 'Please close this window and contact the company that sent you here.',
    forDeveloper:
      'The scenario says that runs are refused. "ending": null of POST /__scenario ends that.',
  },
} satisfies Record<string, RunProblem>;
