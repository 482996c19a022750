<?php
/**
 * Plugin Name:       Good Sport
 * Description:       A thank-you letter for turned-down candidates, as a block and as the shortcode [good-sport company="Acme"].
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       good-sport
 *
 * It stores nothing, so that there is nothing to remove when it is uninstalled, on one site or on many.
 */

namespace GoodSport;

defined( 'ABSPATH' ) || exit;

const BLOCK     = 'good-sport/letter';
const SHORTCODE = 'good-sport';
const HANDLE    = 'good-sport';

add_action( 'init', __NAMESPACE__ . '\register' );
add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\enqueue_early' );
add_action( 'enqueue_block_assets', __NAMESPACE__ . '\enqueue_in_editor' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\mark_tag', 10, 2 );

/** Registers the files, the block and the shortcode. */
function register() {
	$version = get_file_data( __FILE__, array( 'Version' ) )[0];
	wp_register_script( HANDLE, file_url( 'good-sport.js' ), array(), $version, false );
	wp_register_style( HANDLE, file_url( 'good-sport.css' ), array(), $version );
	register_block_type( __DIR__, array( 'render_callback' => __NAMESPACE__ . '\render_block' ) );
	add_shortcode( SHORTCODE, __NAMESPACE__ . '\render_shortcode' );
}

/** The address of a file of the widget, or of their folder. */
function file_url( $name ) {
	return plugins_url( 'dist/' . $name, __FILE__ );
}

function enqueue() {
	wp_enqueue_script( HANDLE );
	wp_enqueue_style( HANDLE );
}

/**
 * Loads the files from the head of a post that has the widget, so that its height is kept free from the
 * first paint on. Elsewhere they follow when it is rendered.
 */
function enqueue_early() {
	$post = is_singular() ? get_post() : null;
	if ( $post && ( has_block( BLOCK, $post ) || has_shortcode( $post->post_content, SHORTCODE ) ) ) {
		enqueue();
	}
}

/** Loads the widget for the preview, into the frame that newer editors draw the post in, too. */
function enqueue_in_editor() {
	if ( is_admin() ) {
		enqueue();
	}
}

/** Keeps the tag, which the whole page shares, from inserting a widget of its own. */
function mark_tag( $tag, $handle ) {
	return HANDLE === $handle ? str_replace( ' src=', ' async data-place="off" src=', $tag ) : $tag;
}

function render_block( $given ) {
	return markup( $given, get_block_wrapper_attributes( array( 'class' => 'good-sport-column' ) ) );
}

function render_shortcode( $given ) {
	return markup( join_words( (array) $given ), 'class="good-sport-column"' );
}

/**
 * Attributes of a shortcode whose quotes an editor has made typographic: WordPress does not know such
 * quotes, and cuts the value at its spaces.
 */
function join_words( $given ) {
	$whole = array();
	$name  = null;
	foreach ( $given as $key => $word ) {
		if ( is_string( $key ) ) {
			$name           = $key;
			$whole[ $name ] = $word;
		} elseif ( null !== $name ) {
			$whole[ $name ] .= ' ' . $word;
		}
	}
	$quote = '["“”„‟«»″‘’‚‛]';
	foreach ( $whole as $name => $words ) {
		$words          = html_entity_decode( $words, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
		$whole[ $name ] = preg_replace( "/^\s*{$quote}(.*){$quote}\s*$/su", '$1', $words );
	}
	return $whole;
}

/**
 * The widget. It has no content, since a paragraph that WordPress puts around a shortcode would tear it
 * apart. Each says where the files are, for optimizers that join or move the script.
 */
function markup( $given, $wrapper ) {
	if ( is_feed() ) {
		return '';
	}
	enqueue();
	$attributes = '';
	foreach ( array_keys( own_attributes() ) as $name ) {
		$value = $given[ $name ] ?? '';
		$value = is_array( $value ) ? implode( ' ', $value ) : $value;
		if ( '' !== $value ) {
			$attributes .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
	}
	$element = sprintf( '<good-sport%s data-base="%s"></good-sport>', $attributes, esc_url( file_url( '' ) ) );
	return "<span {$wrapper}>{$element}</span>";
}

/** The attributes of the element; WordPress gives the block some more. */
function own_attributes() {
	$block = \WP_Block_Type_Registry::get_instance()->get_registered( BLOCK );
	return array_filter( $block->attributes, fn( $it ) => isset( $it['description'] ) );
}
