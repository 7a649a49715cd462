import type { ReactNode } from 'react';
import './global.css';

/** `<html>` is where its language is known: in `[locale]/layout.tsx`, and in `not-found.tsx` for what is in no language. */
export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return children;
}
