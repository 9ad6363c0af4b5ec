/** Following a topic: each committed record as one line of JSON, for tools that watch. */
package dev.paca.cli.tail;
