// On Linux the browser comes inside @sparticuz/chromium; elsewhere Puppeteer downloads its own.
module.exports = { skipDownload: process.platform === "linux" };
