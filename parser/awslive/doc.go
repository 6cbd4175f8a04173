// Package awslive reads AWS accounts into snapshots. What is called, and what each answer says, is data: table.txt,
// whose head has its grammar. The calls are made over plain HTTP in the services' own protocols; the AWS SDK, which
// takes long to compile and is left out without the build tag "aws", lends credentials and signatures (sdk.go).
//
// Nothing is called safe that was not seen: an operation that was denied, or that failed to the end, is noted beside
// the attributes it would have told.
package awslive
