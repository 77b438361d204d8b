using ForumEngine.Web.Commands;

return await ForumCommands.RunAsync(args);
