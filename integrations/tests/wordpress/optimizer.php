<?php
/**
 * What optimizers do to a page, where its address asks for it: `?optimizer=delay` loads scripts at the
 * first touch, as WP Rocket does, and `?optimizer=join` puts them into one file, as Autoptimize does.
 */

const DELAYED = '<script>addEventListener("pointermove", () => {
	for (const old of document.querySelectorAll("script[type=delayed]")) {
		const script = document.createElement("script");
		for (const { name, value } of old.attributes)
			if (name !== "type") script.setAttribute(name === "data-rocket-src" ? "src" : name, value);
		old.replaceWith(script);
	}
}, { once: true })</script></body>';

const TAG = '~<script [^>]*\bsrc=\'([^\']+good-sport\.js[^\']*)\'[^>]*></script>~';

add_action(
	'template_redirect',
	function () {
		$kind = $_GET['optimizer'] ?? '';
		ob_start(
			function ( $page ) use ( $kind ) {
				if ( 'delay' === $kind ) {
					$page = preg_replace( '~<script (?=[^>]*good-sport\.js)~', '<script type="delayed" ', $page );
					$page = preg_replace( "~ src='(?=[^']*good-sport\.js)~", " data-rocket-src='", $page );
					return str_replace( '</body>', DELAYED, $page );
				}
				if ( 'join' === $kind ) {
					$joined = '<script defer src="' . content_url( 'cache/minified.js' ) . '"></script></body>';
					return str_replace( '</body>', $joined, preg_replace( TAG, '', $page ) );
				}
				return $page;
			}
		);
	}
);
