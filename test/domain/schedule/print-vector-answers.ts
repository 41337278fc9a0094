import { vectorAnswers } from './vector-answers.ts'

process.stdout.write(vectorAnswers())
