<?php
// The rewrite rules of a web server: files as they are, everything else by WordPress.
$path = __DIR__ . parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
if ( is_file( $path ) || is_file( $path . '/index.php' ) && $path !== __DIR__ . '/' ) {
	return false;
}
require __DIR__ . '/index.php';
