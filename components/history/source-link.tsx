import type { PublishedRevision } from './published-revision';

/** Publisher and title of a source, with its address. */
export function SourceLink({ source }: { readonly source: NonNullable<PublishedRevision['source']> }) {
  const { title, publisher, url } = source;
  return (
    <>
      {publisher && `${publisher}: `}
      {url ? (
        <a href={url} rel="external noopener">
          {title}
        </a>
      ) : (
        <cite>{title}</cite>
      )}
    </>
  );
}
