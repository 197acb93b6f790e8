import { ContentLink } from './ContentLink';
import { imageSource } from './media';

interface ImageProps {
  readonly url: unknown;
  /** What is said of it where it is not seen. */
  readonly alt: string;
}

/** A picture of the site itself; one that lies elsewhere is a link, because the page fetches nothing from strangers. */
export const Image = ({ url, alt }: ImageProps) => {
  const source = imageSource(url, window.location.origin);
  if (source !== null) return <img className="picture" src={source} alt={alt} loading="lazy" />;
  return <ContentLink url={url}>{alt === '' && typeof url === 'string' ? url.split('/').at(-1) : alt}</ContentLink>;
};
