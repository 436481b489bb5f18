const {card, head, foot, paging} = require('./shared.js');
module.exports = class { data() { return {pagination: {data: 'collections.news', size: 48, alias: 'some'}, title: 'Corpus', summary: '', permalink: (d) => d.pagination.pageNumber ? `/page/${d.pagination.pageNumber + 1}/index.html` : '/index.html'}; }
render(d) { return `${head(d)}<ul>${d.some.map(card).join('')}</ul>${paging(d.pagination)}${foot}`; } };
