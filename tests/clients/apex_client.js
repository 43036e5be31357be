// SPDX-License-Identifier: Apache-2.0
// The vendor's own client at `pullcord-cli practice`: signs in in every way, lists, cancels, and sees the order
// go by its event, by its status and by the open orders. Numbers of 64 bits are left alone: JavaScript rounds
// them.
'use strict';

const assert = require('assert');
const crypto = require('crypto');
const http = require('http');
const readline = require('readline');
const { spawn } = require('child_process');
const { APEX } = require('alphapoint-apex-api');

const patience = 20000; // milliseconds

function within(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited in vain for ${what}`)), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function get(url) {
  return new Promise((resolve, reject) => {
    http.get(url, (reply) => {
      let body = '';
      reply.on('data', (part) => (body += part));
      reply.on('end', () => resolve(JSON.parse(body)));
    }).on('error', reject);
  });
}

async function connect(url) {
  let apex;
  await within(new Promise((resolve) => {
    apex = new APEX(url, { onopen: resolve, onclose() {} });
  }), 'the socket');
  return apex;
}

async function signInByKey(venue) {
  const apex = await connect(venue.ws_url);
  const nonce = String(Date.now());
  const signature = crypto.createHmac('sha256', venue.api_secret)
    .update(nonce + venue.user_id + venue.api_key).digest('hex');
  const reply = await within(apex.AuthenticateUser({
    APIKey: venue.api_key, Signature: signature, UserId: String(venue.user_id), Nonce: nonce,
  }), 'the sign-in by key');
  assert.strictEqual(reply.Authenticated, true);
  apex.closeConnection();
}

async function signInByToken(venue) {
  const apex = await connect(venue.ws_url);
  const refused = await within(apex.GetOpenOrders({ OMSId: venue.oms_id, AccountId: venue.account_id }),
    'the refusal');
  assert.strictEqual(refused.errorcode, 20);
  const reply = await within(apex.WebAuthenticateUser({ SessionToken: venue.token }), 'the sign-in by token');
  assert.strictEqual(reply.Authenticated, true);
  assert.strictEqual(reply.UserId, venue.user_id);
  apex.closeConnection();
}

async function cancelAnOrder(venue) {
  const apex = await connect(venue.ws_url);
  const welcome = await within(apex.AuthenticateUser({ UserName: venue.user, Password: venue.password }),
    'the sign-in by password');
  assert.strictEqual(welcome.Authenticated, true);
  assert.strictEqual(welcome.User.AccountId, venue.account_id);
  const account = { OMSId: venue.oms_id, AccountId: venue.account_id };

  const instruments = await within(apex.GetInstruments({ OMSId: venue.oms_id }), 'the instruments');
  const orders = await within(apex.GetOpenOrders(account), 'the open orders');
  assert(orders.length >= 10, `${orders.length} open orders`);
  const symbols = new Map(instruments.map((each) => [each.InstrumentId, each.Symbol]));
  orders.forEach((order) => assert(symbols.has(order.Instrument)));
  const order = orders.find((each) => Number.isSafeInteger(each.OrderId) && each.OrderType === 'Limit');
  const named = { ...account, OrderId: order.OrderId };

  assert.deepStrictEqual(await within(apex.SubscribeAccountEvents(account), 'the subscription'),
    { Subscribe: true });
  const event = within(new Promise((resolve) => {
    apex.orderEvents.subscribe((each) => each.OrderId === order.OrderId && resolve(each));
  }), 'the event');
  const receipt = await within(apex.CancelOrder(named), 'the receipt');
  assert.strictEqual(receipt.result, true);
  assert.strictEqual(receipt.errorcode, 0);
  const cancelled = await event;
  assert.strictEqual(cancelled.OrderState, 'Canceled');
  assert.strictEqual(cancelled.ChangeReason, 'UserModified');
  assert.strictEqual(cancelled.Quantity, 0);

  const status = await within(apex.GetOrderStatus(named), 'the status');
  assert.strictEqual(status.OrderState, 'Canceled');
  const left = await within(apex.GetOpenOrders(account), 'the open orders again');
  assert.strictEqual(left.length, orders.length - 1);
  assert(!left.some((each) => each.OrderId === order.OrderId));
  const history = await within(apex.GetOrderHistory({ ...account, Depth: 100 }), 'the history');
  assert(history.some((each) => each.OrderId === order.OrderId && each.OrderState === 'Canceled'));
  const again = await within(apex.CancelOrder(named), 'the second receipt');
  assert.strictEqual(again.errorcode, 104);
  apex.closeConnection();
  return order.OrderId;
}

async function checkArrivals(venue, orderId) {
  const arrivals = await within(get(`${venue.url}/practice/arrivals`), 'the arrivals');
  const cancels = arrivals.filter((each) => each.path === '/WSGateway/CancelOrder');
  assert.deepStrictEqual(cancels.map((each) => each.order_id), [String(orderId), String(orderId)]);
  const text = JSON.stringify(arrivals);
  [venue.token, venue.password, venue.api_key].forEach((secret) => assert(!text.includes(secret)));
}

async function main() {
  const practice = spawn(process.argv[2], ['practice', '--still'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => practice.once('exit', resolve));
  try {
    const line = await within(new Promise((resolve, reject) => {
      practice.once('error', reject);
      readline.createInterface({ input: practice.stdout }).once('line', resolve);
    }), 'the practice venue');
    const venue = JSON.parse(line);
    await signInByKey(venue);
    await signInByToken(venue);
    await checkArrivals(venue, await cancelAnOrder(venue));
  } finally {
    practice.kill('SIGTERM');
  }
  assert.strictEqual(await within(ended, 'the end of the practice venue'), 0);
  console.log("The vendor's client signed in, listed, cancelled and saw the order go.");
}

main().then(() => process.exit(0), (error) => {
  console.error(error);
  process.exit(1);
});
