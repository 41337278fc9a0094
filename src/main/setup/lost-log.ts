/**
 * Lines that nobody can be told, because the disk that the log is written to is full or whoever read them has gone, are
 * lost: a program that shows boards does not end for them. Without this the stream's error would end the process.
 */
export function outliveLostLog(streams: readonly NodeJS.WriteStream[] = [process.stdout, process.stderr]): void {
  for (const stream of streams) stream.on('error', () => {})
}
