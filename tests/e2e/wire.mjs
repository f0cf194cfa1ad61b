// What a page costs over the wire, as the browser's own network stack counts it: headers and compressed bodies.

/** Does `act` on a person's page and returns { requests, bytes } of all it asked for. `cold` empties the HTTP cache first. */
export async function measured(person, act, { cold }) {
  const client = await person.context.newCDPSession(person.page);
  await client.send("Network.enable");
  if (cold) await client.send("Network.clearBrowserCache");
  const cost = { requests: 0, bytes: 0, urls: [] };
  const asked = new Map();
  client.on("Network.requestWillBeSent", ({ requestId, request }) => asked.set(requestId, request.url));
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (encodedDataLength === 0) return; // from the cache: nothing went over the wire
    cost.requests += 1;
    cost.bytes += encodedDataLength;
    cost.urls.push(`${encodedDataLength} B  ${asked.get(requestId)}`);
  });
  await act();
  await person.page.waitForLoadState("networkidle");
  await client.detach();
  return cost;
}
