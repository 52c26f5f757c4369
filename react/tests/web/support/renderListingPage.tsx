/** Run in Node, by the command `renderOnServer`. */
import { renderToString } from 'react-dom/server';
import { ListingPage, type Reader } from './listingPage.tsx';

export const renderListingPage = (reader: Reader) => renderToString(<ListingPage reader={reader} />);
