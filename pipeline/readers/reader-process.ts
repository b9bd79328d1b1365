import { serve } from './serve.ts'

// A process of its own that reads files: whatever a file does to it, the program goes on.
serve()
