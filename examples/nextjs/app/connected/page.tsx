/** The redirect URL: `instrumentation-client.ts` has brought the result home before this shows. */
export default function Page() {
  return null;
}
