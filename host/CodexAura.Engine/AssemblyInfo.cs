using System.Runtime.CompilerServices;

// Calls of native functions need no code that is made at run time then.
[assembly: DisableRuntimeMarshalling]
