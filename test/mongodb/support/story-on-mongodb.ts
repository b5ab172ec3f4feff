// Tells the story's tests to run two processes on MongoDB. npm's scripts set no variable: Windows has no `NAME=value`.
process.env.STORY_ON = 'mongodb';
