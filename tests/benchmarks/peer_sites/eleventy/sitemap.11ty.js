const {base} = require('./shared.js');
module.exports = class { data() { return {permalink: '/sitemap.xml', eleventyExcludeFromCollections: true}; }
render(d) { return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${d.collections.news.map((one) => `<url><loc>${base + one.url}</loc><lastmod>${one.date.toISOString()}</lastmod></url>`).join('')}</urlset>`; } };
