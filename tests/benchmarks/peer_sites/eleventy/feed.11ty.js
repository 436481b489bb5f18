const {e, base} = require('./shared.js');
module.exports = class { data() { return {permalink: '/feed.xml', eleventyExcludeFromCollections: true}; }
render(d) { return `<?xml version="1.0"?><rss version="2.0"><channel><title>Corpus</title>${d.collections.news.slice(0, 20).map((one) => `<item><title>${e(one.data.title)}</title><link>${base + one.url}</link><pubDate>${one.date.toUTCString()}</pubDate><description>${e(one.data.summary)}</description></item>`).join('')}</channel></rss>`; } };
