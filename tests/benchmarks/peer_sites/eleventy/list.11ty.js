const {e, slug, head, foot} = require('./shared.js');
module.exports = class { data() { return {pagination: {data: 'collections.lists', size: 1, alias: 'one'}, title: 'Corpus', summary: '', permalink: (d) => `/${d.one.list}/index.html`}; }
render(d) { return `${head(d)}<ul>${d.one.names.map((name) => `<li><a href="/${d.one.list}/${slug(name)}/">${e(name)}</a></li>`).join('')}</ul>${foot}`; } };
