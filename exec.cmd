@rem The npm scripts say "exec" so that signals sent to npm reach the program itself. cmd.exe has no such word.
@%*
