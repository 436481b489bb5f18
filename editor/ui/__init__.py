"""The window: the only room with Qt. Speaks to services, domain, core and i18n."""
