const base = "https://news.example.org";
const e = (text) => String(text ?? "").replace(/[&<>"]/g, (c) => ({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})[c]);
const say = (date) => new Date(date).toLocaleString("en", {dateStyle: "long", timeStyle: "short"});
const format = new Intl.DateTimeFormat('en', {dateStyle: 'long', timeStyle: 'short'});
const when = (date) => `<time datetime="${date.toISOString()}">${format.format(date)}</time>`;
const card = (one) => `<li><article class="card"><p class="kicker">${e(one.data.kind)}</p><h3><a href="${one.url}">${e(one.data.title)}</a></h3><p>${e(one.data.summary)}</p></article></li>\n`;
const head = (d) => `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${e(d.title)}</title>
<meta name="description" content="${e(d.summary)}">
<link rel="canonical" href="${base + d.page.url}">
<meta property="og:type" content="article">
<meta property="og:title" content="${e(d.title)}">
<meta property="og:description" content="${e(d.summary)}">
<meta property="og:url" content="${base + d.page.url}">
<link rel="stylesheet" href="/style.css">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": ${JSON.stringify(d.title)}}</script>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="masthead"><p><a href="/">Corpus</a></p></header>
<main id="main">
`;
const foot = `</main>
<footer><p>Corpus</p><p>Texts and pictures made with AI are labelled.</p></footer>
</body>
</html>
`;
const paging = (p) => `<nav>${p.href.previous ? `<a href="${p.href.previous}">Newer</a>` : ''}${p.pageNumber + 1}${p.href.next ? `<a href="${p.href.next}">Older</a>` : ''}</nav>`;
const slug = (name) => name.toLowerCase().replaceAll(' ', '-');
module.exports = {slug, base, e, when, card, head, foot, paging};
